/** How a cell is read: `text` as it is, `rule` and `list` in the words of the file. */
export type CellKind = 'text' | 'number' | 'boolean' | 'rule' | 'list';

/** A key of the document, what it is called in Vietnamese, and how its cell is read. */
export interface Field {
  /** Path within the document or the node: `name.vi`, `periods.from`, `method.rank`. */
  readonly key: string;
  readonly heading: string;
  readonly kind: CellKind;
}

const field = (key: string, heading: string, kind: CellKind = 'text'): Field => ({ key, heading, kind });

const inBoth = (key: string, heading: string): readonly Field[] => [
  field(`${key}.vi`, heading),
  field(`${key}.en`, `${heading} (tiếng Anh)`),
];

/** Rules that a node may state for itself. */
const NODE_RULES: readonly Field[] = [
  field('formula', 'Công thức', 'rule'),
  field('unit', 'Đơn vị tính'),
  field('bounds', 'Giới hạn giá trị', 'rule'),
  field('input', 'Giá trị vào'),
  field('direction', 'Chiều'),
  field('impute', 'Bù số liệu thiếu', 'rule'),
  field('treat', 'Xử lý giá trị ngoại lai', 'rule'),
  field('normalise', 'Chuẩn hóa', 'rule'),
  field('weights', 'Cách lấy trọng số', 'rule'),
  field('aggregation', 'Tổng hợp', 'rule'),
  field('missing', 'Khi thiếu số liệu'),
  field('not_applicable', 'Khi không áp dụng'),
  field('availability', 'Mức số liệu tối thiểu', 'number'),
  field('availability_by', 'Mức tối thiểu tính theo'),
];

/** Columns of the sheet of nodes, in their order. */
export const NODE_FIELDS: readonly Field[] = [
  field('parent', 'Mã cha'),
  field('code', 'Mã'),
  field('kind', 'Loại'),
  ...inBoth('name', 'Tên'),
  field('points', 'Điểm tối đa', 'number'),
  field('weight', 'Trọng số', 'number'),
  field('scored', 'Tính điểm', 'boolean'),
  field('element', 'Phần tử dữ liệu'),
  ...NODE_RULES,
  ...inBoth('definition', 'Định nghĩa'),
  ...inBoth('evidence', 'Minh chứng'),
  ...inBoth('automatic_source', 'Nguồn tự động'),
  ...inBoth('not_applicable_rule', 'Quy tắc không áp dụng'),
  field('legal_basis', 'Căn cứ pháp lý', 'list'),
  ...inBoth('proposed', 'Đề xuất, lý do'),
  field('source', 'Nguồn', 'list'),
  field('confidence', 'Độ tin cậy'),
  field('note', 'Ghi chú'),
];

/** Columns of the sheet of data elements. */
export const ELEMENT_FIELDS: readonly Field[] = [
  field('code', 'Mã'),
  ...inBoth('name', 'Tên'),
  field('value_type', 'Kiểu giá trị'),
  field('minimum', 'Nhỏ nhất', 'number'),
  field('maximum', 'Lớn nhất', 'number'),
  field('decimals', 'Số chữ số thập phân', 'number'),
  ...inBoth('description', 'Mô tả'),
  ...inBoth('unit', 'Đơn vị tính'),
  field('levels', 'Cấp', 'list'),
];

/** Rows of the sheet of the method. A legal basis in words has a key of its own, so that it is no list. */
export const METHOD_FIELDS: readonly Field[] = [
  field('code', 'Mã bộ chỉ số'),
  field('index', 'Chỉ số'),
  field('level', 'Cấp'),
  ...inBoth('name', 'Tên'),
  field('version', 'Phiên bản'),
  field('legal_basis', 'Căn cứ pháp lý (điều khoản)', 'list'),
  field('legal_basis_text', 'Căn cứ pháp lý (bằng lời)'),
  field('author', 'Người lập'),
  field('change_reason', 'Lý do lập'),
  field('copied_from', 'Sao từ'),
  field('issued', 'Ngày ban hành'),
  field('periods.from', 'Từ kỳ'),
  field('periods.to', 'Đến kỳ'),
  field('status', 'Trạng thái'),
  ...inBoth('status_reason', 'Lý do của trạng thái'),
  ...inBoth('proposed', 'Đề xuất, lý do'),
  field('source', 'Nguồn', 'list'),
  field('confidence', 'Độ tin cậy'),
  field('note', 'Ghi chú'),
  field('method.screen', 'Sàng lọc', 'rule'),
  field('method.impute', 'Bù số liệu thiếu', 'rule'),
  field('method.treat', 'Xử lý giá trị ngoại lai', 'rule'),
  field('method.normalise', 'Chuẩn hóa', 'rule'),
  field('method.weights', 'Cách lấy trọng số', 'rule'),
  field('method.aggregation', 'Tổng hợp', 'rule'),
  field('method.missing', 'Khi thiếu số liệu'),
  field('method.not_applicable', 'Khi không áp dụng'),
  field('method.availability', 'Mức số liệu tối thiểu', 'number'),
  field('method.availability_by', 'Mức tối thiểu tính theo'),
  field('method.rank', 'Xếp hạng', 'rule'),
  field('method.bands', 'Phân hạng', 'rule'),
  field('published.total', 'Phần tử tổng điểm đã công bố'),
  field('published.rank', 'Phần tử thứ hạng đã công bố'),
  field('published.group', 'Phần tử nhóm xếp hạng'),
  field('published.checks', 'Phần tử đối chiếu', 'list'),
];

/** Sheets, by the word in brackets that they are told by. */
export const SHEETS = {
  method: 'Phương pháp (method)',
  nodes: 'Cây chỉ số (nodes)',
  elements: 'Phần tử dữ liệu (elements)',
  notes: 'Ghi chú (notes)',
} as const;
