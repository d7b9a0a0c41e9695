import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/input";

const sentences: Readonly<Record<string, string>> = {
  Address: "That is not an e-mail address. Please write it like name@company.example.",
  Often: "That was tried too often. Please wait a quarter of an hour, then ask again.",
};

type Props = {
  /** Where to go once inside. */
  to: string;
  /** The name of the identity provider, if there is one. */
  provider: string | null;
  error: string | undefined;
};

/** The ways in. Plain forms: they work before any script has loaded. */
export function LinkForm({ to, provider, error }: Props) {
  const fault = error && (sentences[error] ?? "Signing in there did not work. Please try again.");
  return (
    <div className="grid max-w-md gap-5">
      {fault && <Callout tone="bad">{fault}</Callout>}
      <form method="post" action="/api/auth/signin/link" className="grid gap-3">
        <input type="hidden" name="to" value={to} />
        <Field label="E-mail address" hint="We send you a link that signs you in once. There is no password.">
          <TextInput name="email" type="email" autoComplete="email" required maxLength={254} autoFocus />
        </Field>
        <Button type="submit" look="primary">
          Send me a link
        </Button>
      </form>
      {provider && (
        <>
          <div className="flex items-center gap-3 text-sm text-muted">
            <span className="h-px flex-1 bg-line" />
            or
            <span className="h-px flex-1 bg-line" />
          </div>
          <form method="post" action="/api/auth/signin/oidc" className="grid">
            <input type="hidden" name="to" value={to} />
            <Button type="submit">Continue with {provider}</Button>
          </form>
        </>
      )}
    </div>
  );
}
