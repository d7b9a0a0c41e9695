import { Anchor } from "@/components/ui/anchor";
import { decimalText, type Money } from "@/server/core/money/money";
import { cx } from "../ui/classes";

type Props = {
  /** Money, or `null` where there is none to show. */
  amount: Money | null | undefined;
  /** Where the amount explains itself: a page, or what opens the explanation here. */
  explain?: string | (() => void) | undefined;
  /** Shows a plus on what is positive: for changes and differences. */
  signed?: boolean;
  size?: "md" | "lg";
  /** Colours a negative amount as a loss; without it the sign alone says so. */
  toned?: boolean;
};

/** An amount, exact, with its currency before it so that the digits of a column line up. */
export function Amount({ amount, explain, signed = false, size = "md", toned = false }: Props) {
  if (!amount) return <span className="text-muted">–</span>;
  const text = (
    <span
      className={cx(
        "whitespace-nowrap tabular-nums",
        size === "lg" && "text-xl font-semibold sm:text-2xl",
        amount.minor === 0n && "text-muted",
        toned && amount.minor < 0n && "text-bad",
      )}
    >
      <span
        className={cx(
          "font-normal text-muted",
          size === "lg" ? "text-base tracking-normal sm:text-lg" : "text-xs",
        )}
      >
        {amount.currency}
      </span>{" "}
      {amountText(amount, signed)}
    </span>
  );
  if (!explain) return text;
  if (typeof explain === "string") {
    return (
      <Anchor href={explain} className={explained} title="Explain this amount">
        {text}
      </Anchor>
    );
  }
  return (
    <button type="button" onClick={explain} className={explained} title="Explain this amount">
      {text}
    </button>
  );
}

/** The digits alone, as `−1,234.50`; `Intl` reads decimal strings exactly. */
function amountText(amount: Money, signed: boolean): string {
  const text = decimalText(amount);
  const digits = text.split(".")[1]?.length ?? 0;
  const shown = new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? "exceptZero" : "auto",
  }).format(text as `${number}`);
  return shown.replace("-", "−");
}

const explained = cx(
  "rounded-sm underline decoration-faint decoration-dotted underline-offset-3",
  "hover:text-river hover:decoration-river hover:decoration-solid",
);
