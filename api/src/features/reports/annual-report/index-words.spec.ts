import { describe, expect, it } from '@jest/globals';
import { inWordsOf } from './index-words.js';

const SENTENCE = 'xếp hạng chỉ số chuyển đổi số (sau đây viết tắt là DTI) năm 2025';

describe('a report in the words of its index', () => {
  it('of the DTI stays as it is', () => {
    expect(inWordsOf('dti', { text: SENTENCE })).toEqual({ text: SENTENCE });
  });

  it('of the data sub-index never calls it the DTI', () => {
    expect(inWordsOf('data', [{ text: SENTENCE }, 'Giá trị DTI', 'xếp hạng DTI'])).toEqual([
      { text: 'xếp hạng chỉ số đánh giá phát triển dữ liệu (sau đây gọi là chỉ số dữ liệu) năm 2025' },
      'Giá trị chỉ số dữ liệu',
      'xếp hạng chỉ số dữ liệu',
    ]);
  });

  it('leaves what is quoted as it was written', () => {
    const quoted = { text: ['thang 0–1 như DTI'], verbatim: true };
    expect(inWordsOf('data', { text: ['DTI', quoted] })).toEqual({ text: ['chỉ số dữ liệu', quoted] });
  });
});
