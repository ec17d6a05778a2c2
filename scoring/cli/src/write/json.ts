/** Plain data as JSON: numbers that are not finite do not occur in answers; typed arrays are lists. */
function plain(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}

/**
 * An answer as JSON, piece by piece: the units of an assessment of 100,000 would not fit into one text.
 *
 * @param write receives the pieces in order
 */
export function writeJson(answer: Readonly<Record<string, unknown>>, write: (text: string) => void): void {
  write('{');
  Object.entries(answer).forEach(([key, value], index) => {
    write(`${index === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `);
    writeValue(value, '  ', write);
  });
  write('\n}\n');
}

/** Objects of the first levels and their lists are taken apart; an entry of a list is one piece. */
function writeValue(value: unknown, indent: string, write: (text: string) => void): void {
  if (Array.isArray(value) && value.length > 0) {
    write('[');
    value.forEach((item, index) =>
      write(`${index === 0 ? '' : ','}\n${indent}  ${JSON.stringify(item, plain)}`),
    );
    write(`\n${indent}]`);
  } else if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    indent.length < 6
  ) {
    const entries = Object.entries(value as object).filter(([, own]) => own !== undefined);
    write('{');
    entries.forEach(([key, own], index) => {
      write(`${index === 0 ? '' : ','}\n${indent}  ${JSON.stringify(key)}: `);
      writeValue(own, `${indent}  `, write);
    });
    write(entries.length === 0 ? '}' : `\n${indent}}`);
  } else write(JSON.stringify(value, plain));
}
