import type { Content } from 'pdfmake/interfaces.js';
import { dataGaps } from '../findings/data-gaps.js';
import { gapSentences } from '../findings/gap-sentences.js';
import { dashed, headed, heading, paragraph } from '../page.js';
import type { AnnualReportInput } from '../report-input.js';

/** Part III: what the figures lack, and how they must be read. */
export function cautions(input: AnnualReportInput): Content {
  const gaps = gapSentences(dataGaps(input));
  const periods =
    'Kết quả của các năm được đánh giá theo các bộ chỉ số khác nhau thì không so sánh trực tiếp với nhau.';
  return headed(heading('III. HẠN CHẾ CỦA SỐ LIỆU VÀ LƯU Ý KHI SỬ DỤNG', 1), [
    ...(gaps.length === 0 ? [paragraph('Số liệu của kỳ báo cáo đầy đủ theo bộ chỉ số.')] : []),
    ...gaps.map(dashed),
    dashed(periods),
  ]);
}
