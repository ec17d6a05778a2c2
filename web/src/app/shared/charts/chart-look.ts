/** Colours, type and circumstances that an option is drawn with; pure data, so options stay pure. */
export interface ChartLook {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly surface: string;
  readonly sunk: string;
  readonly accent: string;
  readonly accentSoft: string;
  /** Five classes, lowest first. */
  readonly ramp: readonly [string, string, string, string, string];
  /** Font family of words. */
  readonly words: string;
  /** Size of small text in pixels; grows with the root size on a wall. */
  readonly text: number;
  /** True on a phone: fewer labels, no room beside the plot. */
  readonly narrow: boolean;
  /** True when the visitor asked for less motion. */
  readonly still: boolean;
}

/** What every chart starts from: no animation when unwanted, own tooltip style, no decoration. */
export function chartGround(look: ChartLook): {
  animation: boolean;
  animationDuration: number;
  textStyle: { fontFamily: string; fontSize: number; color: string };
  tooltip: Record<string, unknown>;
} {
  return {
    animation: !look.still,
    animationDuration: 300,
    textStyle: { fontFamily: look.words, fontSize: look.text, color: look.ink2 },
    tooltip: {
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.lineStrong,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: look.ink, fontFamily: look.words, fontSize: look.text },
    },
  };
}

/** Text placed in a tooltip or a rich label is data, never markup. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  );
}
