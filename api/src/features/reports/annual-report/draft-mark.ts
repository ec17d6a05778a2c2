import type { Content, ContextPageSize } from 'pdfmake/interfaces.js';

/** Light enough to read eleven-point figures over, dark enough to survive a photocopier. */
const GREY = '#e9e9e9';

/** Height of an em of the mark, in points: the two words span four fifths of the diagonal of A4. */
const EM = 128;

/**
 * "DỰ THẢO" along the diagonal of a page, behind everything else. Opaque grey below the text, not a
 * transparent mark over it, so figures stay black; outlines, not letters, so that who selects, searches or
 * listens to the text meets none of it (the words stand in the running head as well).
 */
export function draftMark({ width, height }: ContextPageSize): Content {
  const angle = (Math.atan2(height, width) * -180) / Math.PI;
  const place = `translate(${width / 2} ${height / 2}) rotate(${angle}) scale(${EM / UNITS_PER_EM}) translate(${-MIDDLE.x} ${-MIDDLE.y})`;
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<path transform="${place}" fill="${GREY}" d="${OUTLINE}"/></svg>`,
    width,
    height,
  };
}

const UNITS_PER_EM = 1000;
/** The middle of the words: half their advance, half the height of their capitals. */
const MIDDLE = { x: 2347, y: -328 };

/** The outlines of "DỰ THẢO" in Tinos Bold (SIL Open Font License 1.1), baseline at 0. */
const OUTLINE =
  'M511 -327Q511 -469 459 -535Q408 -601 291 -601L255 -601L255 -56Q302 -52 340 -52Q403 -52 440 -79' +
  'Q477 -106 494 -165Q511 -223 511 -327ZM329 -655Q505 -655 589 -575Q673 -495 673 -331' +
  'Q673 -163 593 -80Q512 2 349 2L18 0L18 -36L102 -49L102 -606L18 -619L18 -655ZM1509 -638' +
  'Q1509 -576 1466 -529Q1423 -482 1345 -460L1345 -225Q1345 -112 1280 -51Q1214 9 1093 9Q961 9 891 -52' +
  'Q821 -113 821 -229L821 -606L747 -619L747 -655L1059 -655L1059 -619L975 -606L975 -222' +
  'Q975 -144 1015 -102Q1055 -60 1131 -60Q1205 -60 1245 -101Q1285 -142 1285 -221L1285 -606L1197 -619' +
  'L1197 -655L1345 -655L1345 -509Q1391 -524 1411 -542Q1431 -561 1431 -580Q1431 -588 1424 -595' +
  'Q1417 -602 1398 -612Q1365 -630 1365 -663Q1365 -690 1384 -707Q1402 -724 1432 -724' +
  'Q1466 -724 1488 -700Q1509 -676 1509 -638ZM1008 121Q1008 89 1030 67Q1052 46 1083 46Q1114 46 1136 68' +
  'Q1158 89 1158 121Q1158 151 1136 174Q1115 196 1083 196Q1052 196 1030 174Q1008 152 1008 121ZM1901 0' +
  'L1901 -36L2005 -49L2005 -603L1980 -603Q1869 -603 1823 -593L1810 -472L1766 -472L1766 -655L2402 -655' +
  'L2402 -472L2357 -472L2344 -593Q2303 -602 2184 -602L2160 -602L2160 -49L2264 -36L2264 0ZM2434 0' +
  'L2434 -36L2518 -49L2518 -606L2434 -619L2434 -655L2756 -655L2756 -619L2672 -606L2672 -364L2939 -364' +
  'L2939 -606L2855 -619L2855 -655L3178 -655L3178 -619L3094 -606L3094 -49L3178 -36L3178 0L2855 0' +
  'L2855 -36L2939 -49L2939 -310L2672 -310L2672 -49L2756 -36L2756 0ZM3404 -36L3404 0L3205 0L3205 -36' +
  'L3253 -49L3486 -660L3628 -660L3860 -49L3910 -36L3910 0L3618 0L3618 -36L3694 -49L3631 -218' +
  'L3380 -218L3320 -49ZM3508 -562L3400 -272L3613 -272ZM3484 -840Q3521 -853 3563 -853' +
  'Q3610 -853 3637 -836Q3664 -820 3664 -791Q3664 -737 3579 -730L3574 -709L3529 -709L3523 -759' +
  'L3541 -762Q3563 -766 3571 -772Q3579 -778 3579 -790Q3579 -812 3548 -812Q3516 -812 3492 -805Z' +
  'M4128 -328Q4128 -172 4171 -106Q4213 -39 4306 -39Q4398 -39 4441 -106Q4484 -173 4484 -328' +
  'Q4484 -483 4441 -548Q4398 -613 4306 -613Q4213 -613 4171 -548Q4128 -483 4128 -328ZM3966 -328' +
  'Q3966 -662 4306 -662Q4474 -662 4560 -577Q4646 -493 4646 -328Q4646 -162 4559 -76Q4472 10 4306 10' +
  'Q4141 10 4053 -76Q3966 -161 3966 -328Z';
