/**
 * Scores and ranks of every unit in every draw, unit by unit, so that what is asked of one unit lies
 * together. NaN: none.
 */
export interface DrawRecord {
  readonly units: number;
  readonly draws: number;
  /** Of unit u in draw d: at u × draws + d. */
  readonly scores: Float64Array;
  readonly ranks: Float32Array;
}

export function drawRecord(units: number, draws: number): DrawRecord {
  // Ranks are whole or halves: 32 bits hold them exactly for any number of units that fits in memory.
  return {
    units,
    draws,
    scores: new Float64Array(units * draws),
    ranks: new Float32Array(units * draws),
  };
}

export function recordDraw(
  record: DrawRecord,
  draw: number,
  scores: Float64Array,
  ranks: Float64Array,
): void {
  for (let unit = 0; unit < record.units; unit += 1) {
    const at = unit * record.draws + draw;
    record.scores[at] = scores[unit] as number;
    record.ranks[at] = ranks[unit] as number;
  }
}

export function scoresOfUnit({ scores, draws }: DrawRecord, unit: number): Float64Array {
  return scores.subarray(unit * draws, (unit + 1) * draws);
}

export function ranksOfUnit({ ranks, draws }: DrawRecord, unit: number): Float32Array {
  return ranks.subarray(unit * draws, (unit + 1) * draws);
}
