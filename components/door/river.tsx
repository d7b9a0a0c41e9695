import { cx } from "@/components/ui/classes";

const stages = ["Offer", "Quote", "Order", "Activation", "Usage", "Invoice", "Settlement", "Payout"];

/** The story of a deal as one stream, with the waters that join it on its way. */
export function River() {
  return (
    <ol className="relative grid gap-5 pl-9" aria-label="What a deal goes through">
      <svg
        viewBox="0 0 24 320"
        preserveAspectRatio="none"
        className="absolute inset-y-1 left-0 h-[calc(100%-0.5rem)] w-6 text-river"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M12 4V316" strokeWidth="3" vectorEffect="non-scaling-stroke" />
        <path d="M1 20C1 62 12 58 12 96" strokeWidth="2" opacity="0.55" vectorEffect="non-scaling-stroke" />
        <path
          d="M23 96C23 142 12 138 12 176"
          strokeWidth="2"
          opacity="0.55"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d="M1 172C1 214 12 212 12 250"
          strokeWidth="2"
          opacity="0.55"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {stages.map((stage, index) => (
        <li key={stage} className="relative text-base font-medium text-river-deep">
          <span
            aria-hidden="true"
            className={cx(
              "absolute top-1 -left-[1.8125rem] size-2.5 rounded-full border-2 border-river",
              index === stages.length - 1 ? "bg-river" : "bg-river-soft",
            )}
          />
          {stage}
        </li>
      ))}
    </ol>
  );
}
