import { Glyph, type Shape, type Tone } from "./glyph";
import { lookOf, toneText, wordOf } from "./tones";

type Props = {
  /** A state of one of the domain's machines, as it is stored: `waiting_external`. */
  state: string;
  /** Another word for it, where the stored one would not be understood. */
  label?: string;
  tone?: Tone;
  shape?: Shape;
};

/** The state of a thing: a word and a shape, with colour as the third to say it. */
export function Status({ state, label, tone, shape }: Props) {
  const look = lookOf(state);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" data-state={state}>
      <span className={toneText[tone ?? look.tone]}>
        <Glyph shape={shape ?? look.shape} />
      </span>
      {label ?? wordOf(state)}
    </span>
  );
}
