export type Shape = "dot" | "ring" | "half" | "check" | "cross" | "pause" | "clock";
export type Tone = "neutral" | "info" | "good" | "warn" | "bad";

const drawings: Readonly<Record<Shape, React.ReactNode>> = {
  dot: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5Z" fill="currentColor" />
    </>
  ),
  check: (
    <path d="m2 6.5 2.7 2.7L10 3.2" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  cross: (
    <path d="m3 3 6 6m0-6-6 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  pause: (
    <path d="M4 2.5v7m4-7v7" fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />
  ),
  clock: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M6 3.5V6l1.75 1.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </>
  ),
};

/** The shape that says a status to those who do not see its colour. */
export function Glyph({ shape }: { shape: Shape }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true">
      {drawings[shape]}
    </svg>
  );
}
