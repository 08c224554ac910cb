import { bucketCount, dimensions } from './features.ts';
import { kernelsOn, memoryOf } from './kernels.ts';
import { randomFrom, shuffle } from './random.ts';

/** Two texts that mean the same, as buckets; `concept` keeps two names of one skill from being held against each other. */
export type Pair = { left: Int32Array; right: Int32Array; concept: number };

export type Recipe = {
  epochs: number;
  /** Pairs looked at together; each one's other half is held against the others'. */
  batch: number;
  /** Adagrad's step. */
  step: number;
  /** What cosines are multiplied with before softmax. */
  sharpness: number;
  seed: number;
};

export const recipe: Recipe = { epochs: 6, batch: 256, step: 0.5, sharpness: 10, seed: 20261130 };

const rowBytes = 4 * dimensions;
/** A pull weaker than this moves nothing worth the time. */
const leastPull = 1e-4;

/** One half of a batch: its texts' vectors of length 1, what lengths they had, and where they should move. Pointers into the memory. */
type Side = {
  texts: Int32Array[];
  unitsAt: number;
  units: Float32Array;
  lengths: Float32Array;
  pullsAt: number;
  pulls: Float32Array;
};

/** All numbers of a training, in one memory. */
const workshop = (size: number, random: () => number) => {
  const block = size * rowBytes;
  const rowsEnd = bucketCount * rowBytes;
  const memory = memoryOf(rowsEnd + 4 * block + 4 * size * size + rowBytes);
  const floats = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
  const side = (at: number): Side => ({
    texts: [],
    unitsAt: at,
    units: floats(at, size * dimensions),
    lengths: new Float32Array(size),
    pullsAt: at + block,
    pulls: floats(at + block, size * dimensions),
  });
  const rows = floats(0, bucketCount * dimensions);
  for (let at = 0; at < rows.length; at += 1) rows[at] = random() - 0.5;
  const scoresAt = rowsEnd + 4 * block;
  const slopeAt = scoresAt + 4 * size * size;
  return {
    size,
    kernels: kernelsOn(memory),
    rows,
    /** Sums of squared slopes by row; zero: never touched. */
    squares: new Float32Array(bucketCount),
    left: side(rowsEnd),
    right: side(rowsEnd + 2 * block),
    concepts: new Int32Array(size),
    scoresAt,
    scores: floats(scoresAt, size * size),
    across: new Float32Array(size),
    down: new Float32Array(size),
    slopeAt,
    slope: floats(slopeAt, dimensions),
  };
};
type Workshop = ReturnType<typeof workshop>;

/** Sums of the texts' rows, made vectors of length 1. */
const embed = ({ kernels }: Workshop, { texts, unitsAt, units, lengths }: Side): void => {
  units.fill(0);
  texts.forEach((features, text) => {
    const to = unitsAt + text * rowBytes;
    for (let at = 0; at < features.length; at += 1) kernels.addScaled(to, (features[at] as number) * rowBytes, 1);
    const own = units.subarray(text * dimensions, (text + 1) * dimensions);
    let square = 0;
    for (let d = 0; d < dimensions; d += 1) square += (own[d] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    lengths[text] = length;
    for (let d = 0; d < dimensions; d += 1) own[d] = (own[d] as number) / length;
  });
};

/** Turns cosines into softmax terms, and sums them across each line and down each column. */
const raise = ({ size, scores, concepts, across, down }: Workshop, sharpness: number): void => {
  across.fill(0);
  down.fill(0);
  for (let i = 0; i < size; i += 1) {
    const own = concepts[i];
    let sum = 0;
    for (let j = 0; j < size; j += 1) {
      const at = i * size + j;
      const isOther = j !== i && concepts[j] === own;
      const value = isOther ? 0 : Math.exp(sharpness * ((scores[at] as number) - 1));
      scores[at] = value;
      sum += value;
      down[j] = (down[j] as number) + value;
    }
    across[i] = sum;
  }
};

/** Where each vector should move: away from its right half, towards what it is taken for (what is taken off is their sum). */
const pull = ({ size, kernels, scores, across, down, left, right }: Workshop): void => {
  left.pulls.fill(0);
  right.pulls.fill(0);
  for (let i = 0; i < size; i += 1) {
    const [one, other] = [left.unitsAt + i * rowBytes, left.pullsAt + i * rowBytes];
    for (let j = 0; j < size; j += 1) {
      const value = scores[i * size + j] as number;
      const share = (value / (across[i] as number) + value / (down[j] as number)) / 2;
      const slope = i === j ? share - 1 : share;
      if (slope < leastPull && slope > -leastPull) continue;
      kernels.addScaled(other, right.unitsAt + j * rowBytes, slope);
      kernels.addScaled(right.pullsAt + j * rowBytes, one, slope);
    }
  }
};

/** Moves the rows of a side's texts. */
const learn = ({ kernels, squares, slope, slopeAt }: Workshop, side: Side, step: number): void => {
  side.texts.forEach((features, text) => {
    const unit = side.units.subarray(text * dimensions, (text + 1) * dimensions);
    const towards = side.pulls.subarray(text * dimensions, (text + 1) * dimensions);
    let along = 0;
    for (let d = 0; d < dimensions; d += 1) along += (unit[d] as number) * (towards[d] as number);
    let square = 0;
    for (let d = 0; d < dimensions; d += 1) {
      const value = ((towards[d] as number) - along * (unit[d] as number)) / (side.lengths[text] as number);
      slope[d] = value;
      square += value * value;
    }
    if (square === 0) return;
    for (let at = 0; at < features.length; at += 1) {
      const row = features[at] as number;
      const sum = (squares[row] as number) + square / dimensions;
      squares[row] = sum;
      kernels.addScaled(row * rowBytes, slopeAt, -step / Math.sqrt(sum));
    }
  });
};

const floatDotsOf = ({ size, kernels, left, right, scoresAt }: Workshop): void => {
  for (let i = 0; i < size; i += 1)
    kernels.floatDots(left.unitsAt + i * rowBytes, right.unitsAt, size, scoresAt + 4 * i * size);
};

/**
 * Trains rows for hashed words and pieces of words so that texts which mean the same lie near each other: in-batch softmax over cosines,
 * both ways, Adagrad with one sum a row. Rows no pair has touched are zero. The same pairs and recipe give the same numbers on the same
 * kind of machine. `onProgress` gets the share done (0..1).
 */
export const train = (
  pairs: readonly Pair[],
  { epochs, batch, step, sharpness, seed }: Recipe,
  onProgress: (share: number) => void = () => {},
): Float32Array => {
  const random = randomFrom(seed);
  const size = Math.min(batch, pairs.length);
  const work = workshop(size, random);
  const order = Int32Array.from(pairs, (_, at) => at);
  const batches = size === 0 ? 0 : Math.floor(pairs.length / size);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (let number = 0; number < batches; number += 1) {
      for (let k = 0; k < size; k += 1) {
        const pair = pairs[order[number * size + k] as number] as Pair;
        work.left.texts[k] = pair.left;
        work.right.texts[k] = pair.right;
        work.concepts[k] = pair.concept;
      }
      embed(work, work.left);
      embed(work, work.right);
      floatDotsOf(work);
      raise(work, sharpness);
      pull(work);
      learn(work, work.left, step);
      learn(work, work.right, step);
      if (number % 50 === 49) onProgress((epoch * batches + number + 1) / (epochs * batches));
    }
  }
  for (let row = 0; row < bucketCount; row += 1)
    if (work.squares[row] === 0) work.rows.fill(0, row * dimensions, (row + 1) * dimensions);
  onProgress(1);
  return work.rows.slice();
};
