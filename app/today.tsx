import "server-only";
import { TodayView } from "@/components/today/today-view";
import { api } from "./api";

/** The front page of any of the portals: what it shows follows from the place in the tree and the role. */
export async function todayPage() {
  return <TodayView today={await (await api()).today.read()} />;
}
