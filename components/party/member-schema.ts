import { z } from "zod";

export const MemberSchema = z.object({
  name: z.string().trim().min(2, "Give a name of at least two letters.").max(120),
  email: z.email("That is not an e-mail address."),
  role: z.string().min(1, "Choose what they do."),
});
