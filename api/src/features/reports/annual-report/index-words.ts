/**
 * The report is written for the DTI. An edition of another index has its own name in the same sentences: the
 * data sub-index is added to the DTI and is not the whole of it, so its report never calls itself one.
 */
const WORDS: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  data: [
    [
      'chỉ số chuyển đổi số (sau đây viết tắt là DTI)',
      'chỉ số đánh giá phát triển dữ liệu (sau đây gọi là chỉ số dữ liệu)',
    ],
    ['chỉ số chuyển đổi số (DTI)', 'chỉ số đánh giá phát triển dữ liệu'],
    ['Giá trị DTI', 'Giá trị chỉ số dữ liệu'],
    ['DTI', 'chỉ số dữ liệu'],
  ],
};

/**
 * The same document with every text in the words of the index; that of the DTI as it is. What is quoted
 * (`verbatim: true`) stays as it was written, and may speak of the DTI itself.
 */
export function inWordsOf<T>(index: string, part: T): T {
  const words = WORDS[index];
  return words === undefined ? part : (worded(part, words) as T);
}

function worded(part: unknown, words: readonly (readonly [string, string])[]): unknown {
  if (typeof part === 'string') return words.reduce((text, [from, to]) => text.replaceAll(from, to), part);
  if (Array.isArray(part)) return part.map((each) => worded(each, words));
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype)
    return part;
  if ('verbatim' in part && part.verbatim === true) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, worded(value, words)]));
}
