import type { ReportFramework, ReportIndex, ReportMethod } from '../report-input.js';
import { formatCount, formatDay, formatShort } from '../vietnamese-format.js';

const rankMethods: Readonly<Record<string, string>> = {
  competition:
    'Đơn vị có giá trị bằng nhau xếp cùng thứ hạng; thứ hạng kế tiếp được lùi lại đúng bằng số đơn vị đồng hạng (ví dụ: 1, 2, 2, 4).',
};

const noValue =
  'Đơn vị thiếu giá trị của chỉ số chính có tính điểm thì không tính giá trị tổng; giá trị thiếu không được coi là 0.';
const missingRules: Readonly<Record<string, string>> = {
  no_value: noValue,
  missing: noValue,
  zero: 'Giá trị thiếu của chỉ số chính được tính là 0.',
  reweight: 'Trọng số của chỉ số chính thiếu giá trị được chia lại theo tỷ lệ cho các chỉ số còn lại.',
};

const notApplicableRules: Readonly<Record<string, string>> = {
  no_value: 'Chỉ số không áp dụng cho đơn vị được ghi là không áp dụng, không tính là 0.',
  missing: 'Chỉ số không áp dụng cho đơn vị được ghi là không áp dụng, không tính là 0.',
  reweight: 'Trọng số của chỉ số không áp dụng được chia lại theo tỷ lệ cho các chỉ số còn lại.',
};

/** "…, ban hành theo Quyết định …; phiên bản dữ liệu dti-922-province." */
export function legalBasisSentence(framework: ReportFramework): string {
  const day = framework.issuedOn === null ? '' : formatDay(framework.issuedOn);
  const dated = day === '' || framework.legalBasis.includes(day) ? '' : ` ngày ${day}`;
  return `Căn cứ: ${framework.legalBasis}${dated}. Mã bộ chỉ số trong hệ thống: ${framework.code}.`;
}

/** How a total comes about from the main indices, or that it cannot be recomputed. */
export function formulaSentence(framework: ReportFramework): string {
  const scored = framework.indices.filter((index) => index.scored);
  if (scored.length === 0) {
    return 'Chỉ có giá trị tổng hoặc thứ hạng đã công bố; không có giá trị thành phần để tính lại.';
  }
  if (framework.method.aggregation !== 'arithmetic') {
    return `Cách tổng hợp: ${framework.method.aggregation}.`;
  }
  const all = scored.reduce((points, index) => points + index.maxPoints, 0);
  if (all === 0) return `${weightsSentence(scored)}${notScored(framework.indices)}`;
  return (
    'Giá trị của một chỉ số chính là số điểm đạt được chia cho số điểm tối đa. Giá trị DTI là tổng của giá trị ' +
    `từng chỉ số chính nhân với điểm tối đa của chỉ số đó, chia cho ${formatCount(all)} điểm. Điểm tối đa: ` +
    `${scored.map((index) => `${index.name} ${formatCount(index.maxPoints)}`).join('; ')}.${notScored(framework.indices)}`
  );
}

/** The formula of the totals, when the shares are few enough to be read: "DTI = 0,4 × … + 0,3 × …". */
export function formulaLine(framework: ReportFramework): string | null {
  const scored = framework.indices.filter((index) => index.scored);
  if (scored.length === 0 || scored.length > 3) return null;
  const all = scored.reduce((points, index) => points + index.maxPoints, 0);
  if (all === 0) return null;
  return `DTI = ${scored.map((index) => `${formatShort(index.maxPoints / all)} × ${index.name}`).join(' + ')}`;
}

/** A method by weights: no points are given, and the shares say what counts for how much. */
function weightsSentence(scored: readonly ReportIndex[]): string {
  const shares = scored.map(({ name, share }) =>
    share === undefined ? name : `${name} ${formatShort(share * 100)}%`,
  );
  return `Giá trị của chỉ số là trung bình cộng có trọng số của các thành phần. Trọng số: ${shares.join('; ')}.`;
}

/** Precision, ranks and gaps: one sentence a rule; a code without a sentence is printed as it stands. */
export function ruleSentences(method: ReportMethod): readonly string[] {
  return [
    precisionSentence(method),
    rankMethods[method.rankMethod] ?? `Quy tắc xếp hạng: ${method.rankMethod}.`,
    missingRules[method.missing] ?? `Quy tắc đối với giá trị thiếu: ${method.missing}.`,
    notApplicableRules[method.notApplicable] ??
      `Quy tắc đối với chỉ số không áp dụng: ${method.notApplicable}.`,
  ];
}

function precisionSentence(method: ReportMethod): string {
  if (method.rankDecimals === null) return 'Thứ hạng được xác định trên giá trị chưa làm tròn.';
  const rule =
    method.rounding === 'half_up_decimal'
      ? ', làm tròn lên khi chữ số đầu tiên bị bỏ từ 5 trở lên, theo hệ thập phân'
      : ` (${method.rounding})`;
  return `Giá trị DTI được làm tròn đến ${formatCount(method.rankDecimals)} chữ số thập phân${rule}; thứ hạng được xác định trên giá trị đã làm tròn.`;
}

function notScored(indices: readonly ReportIndex[]): string {
  const names = indices.filter((index) => !index.scored).map((index) => index.name);
  return names.length === 0 ? '' : ` ${names.join(', ')} có trong danh mục nhưng không tính điểm.`;
}
