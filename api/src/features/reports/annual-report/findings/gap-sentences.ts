import { capitalised, formatCount, formatList } from '../vietnamese-format.js';
import type { DataGap } from './data-gaps.js';

/** One sentence for each gap; those of the same group are told in one. */
export function gapSentences(gaps: readonly DataGap[]): readonly string[] {
  const byGroup = new Map<string, string[]>();
  for (const [at, gap] of gaps.entries()) {
    const key = 'group' in gap ? `${gap.group}: ` : `${at}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), gapClause(gap)]);
  }
  return [...byGroup].map(([key, clauses]) => {
    const sentence = clauses.join('; ');
    return key.endsWith(': ') ? `${key}${sentence}.` : `${capitalised(sentence)}.`;
  });
}

/** What one gap says, without the name of its group and without a full stop. */
function gapClause(gap: DataGap): string {
  switch (gap.code) {
    case 'copied_only':
      return (
        `có ${formatCount(gap.rows)}/${formatCount(gap.of)} dòng số liệu chỉ có nguồn là bản sao của bên thứ ba, ` +
        'chưa đối chiếu được với văn bản hoặc trang công bố gốc'
      );
    case 'groups_absent':
      return `chưa thu thập được số liệu từng đơn vị của nhóm: ${gap.groups.join('; ')}`;
    case 'units_absent':
      return `chưa thu thập được số liệu của ${formatCount(gap.absent)}/${formatCount(gap.of)} đơn vị`;
    case 'group_size_unknown':
      return 'nguồn công bố không cho biết tổng số đơn vị của nhóm';
    case 'rank_without_total':
      return `${formatCount(gap.rows)} đơn vị chỉ được công bố thứ hạng, không được công bố giá trị`;
    case 'total_without_rank':
      return `${formatCount(gap.rows)} đơn vị chỉ được công bố giá trị, không được công bố thứ hạng`;
    case 'indices_not_collected':
      return (
        `${formatCount(gap.rows)}/${formatCount(gap.of)} đơn vị chưa có giá trị của ${formatList(gap.indices)}, ` +
        'nên không tính lại được giá trị DTI từ các chỉ số chính'
      );
    case 'parts_not_published':
      return 'chưa có giá trị các chỉ số chính nên không tính lại được giá trị DTI';
    case 'indicators_not_held':
      return (
        `số liệu theo ${gap.framework} có đến cấp chỉ số chính; chưa thu thập được số liệu của ` +
        `${gap.inMethod === null ? 'các' : formatCount(gap.inMethod)} chỉ số thành phần nên chưa kiểm tra được ` +
        'giá trị các chỉ số chính'
      );
    case 'recipient_to_be_verified':
      return `tên nơi nhận cần đối chiếu trước khi ban hành: ${formatList(gap.recipients)}`;
  }
}
