/** What the sheet of notes tells whoever fills the workbook in; nothing of it is read again. */
export const NOTES: readonly string[] = [
  'Cách điền bộ chỉ số',
  'Mã trong ngoặc vuông ở dòng tiêu đề là mã của hệ thống: giữ nguyên. Có thể đổi thứ tự cột và bỏ cột không dùng.',
  'Trang (method): mỗi dòng là một mục của phương pháp; điền vào cột Giá trị. Mục để trống là không quy định.',
  'Trang (nodes): mỗi dòng là một nút. Mã cha cho biết nút thuộc nút nào; đúng một nút không có mã cha. Thứ tự dòng là thứ tự hiển thị.',
  'Nút không có nút con là chỉ tiêu: điền Phần tử dữ liệu, hoặc Công thức. Nút có nút con để trống cả hai.',
  'Công thức và các quy tắc viết như trong tệp bộ chỉ số, ví dụ: { kind: ratio, numerator: a.met, denominator: a.all, zero_denominator: not_applicable, nothing_to_count: not_applicable, exceeding: undetermined }',
  'Căn cứ pháp lý: mỗi dòng một điều khoản, dạng văn-bản#điều-khoản, ví dụ: decision-142-2024#VI.7.a',
  'Tính điểm: để trống là có; "không" là chỉ theo dõi, không tính điểm.',
  'Đề xuất, lý do: điền khi không văn bản nào quy định; phải có lý do.',
  'Trang (elements): phần tử dữ liệu mà bộ chỉ số dùng. Phần tử đã có trong hệ thống giữ nguyên; phần tử mới được thêm khi nạp.',
  'Kiểm tra: npm run cli -- framework validate tệp.xlsx. Nạp: npm run cli -- framework load tệp.xlsx --as draft. Lỗi được nêu theo trang và ô.',
];
