/** Where heights lie between bottom and top of a drawing, in percent, and the lines to read them by. */
export type Scale = {
  readonly ticks: readonly number[];
  readonly place: (height: number) => number;
};

const stepsWanted = 4;

/** A scale from zero, or below it, to a round number above the highest. */
export function scaleOf(heights: readonly number[]): Scale {
  const low = Math.min(0, ...heights);
  const high = Math.max(0, ...heights);
  const step = roundStep((high - low || 1) / stepsWanted);
  const bottom = Math.floor(low / step) * step;
  const top = Math.max(bottom + step, Math.ceil(high / step) * step);
  const count = Math.round((top - bottom) / step);
  return {
    ticks: Array.from({ length: count + 1 }, (_, place) => bottom + place * step),
    place: (height) => ((height - bottom) / (top - bottom)) * 100,
  };
}

/** 1, 2, 2.5 or 5 times a power of ten: the least that is not smaller than asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 2.5, 5].find((times) => times * power >= least) ?? 10);
}
