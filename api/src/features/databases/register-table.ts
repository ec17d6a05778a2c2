import { stringify } from 'csv-stringify/sync';
import type { TermsDto } from './database-words.dto.js';
import type { DatabaseSummary } from './register.dto.js';

export type TableLanguage = 'vi' | 'en';
type Value = string | number | null;

const HEADINGS = {
  vi: [
    'Đơn vị',
    'Mã đơn vị',
    'Mã cơ sở dữ liệu',
    'Tên cơ sở dữ liệu',
    'Loại',
    'Đánh dấu',
    'Lý do nghiệp vụ đặc thù',
    'Người phê duyệt nghiệp vụ đặc thù',
    'Hệ thống thông tin',
    'Văn bản',
    'Sử dụng từ ngày',
    'Đóng ngày',
    'Phiên bản',
    'Năm kiểm kê',
    'Bước kiểm kê',
    'Ngày gửi báo cáo',
    'Gửi muộn',
    'Vướng mắc chưa giải quyết',
    'Dịch vụ chia sẻ',
    'Bộ dữ liệu',
  ],
  en: [
    'Unit',
    'Unit id',
    'Database id',
    'Database',
    'Class',
    'Marks',
    'Reason of special professional use',
    'Approver of special professional use',
    'Information system',
    'Document',
    'In use since',
    'Closed on',
    'Version',
    'Inventory of',
    'Inventory step',
    'Report sent on',
    'Sent late',
    'Open obstacles',
    'Sharing services',
    'Data set',
  ],
} as const;

/** The step of a table is what was last done; that nothing was done has no step of its own. */
const STEP_OF = {
  none: null,
  assessed: 'assess',
  sent: 'send',
  returned: 'return',
  verified: 'verify',
  remedied: 'remedy',
  reported: 'report',
} as const;

/** The register as rows: a heading, then entries; words from the terms, a gap is empty. */
export function registerRows(
  entries: readonly DatabaseSummary[],
  terms: TermsDto,
  language: TableLanguage,
): Value[][] {
  const word = (list: 'classes' | 'marks' | 'steps', code: string | null): string | null => {
    const term = terms[list].find((one) => one.code === code);
    return term === undefined ? code : language === 'vi' ? term.nameVi : term.nameEn;
  };
  const late = language === 'vi' ? 'muộn' : 'late';
  const body = entries.map((entry): Value[] => [
    language === 'vi' ? entry.unitNameVi : entry.unitNameEn,
    entry.unitId,
    entry.id,
    language === 'vi' ? entry.nameVi : (entry.nameEn ?? entry.nameVi),
    word('classes', entry.class),
    entry.marks.map((mark) => word('marks', mark)).join('; '),
    entry.specialReason,
    entry.specialApprover,
    entry.informationSystem,
    entry.reference,
    entry.inUseSince,
    entry.closedOn,
    entry.version,
    entry.inventory.period,
    word('steps', STEP_OF[entry.inventory.state]),
    entry.inventory.sentOn,
    entry.inventory.late ? late : null,
    entry.openObstacles,
    entry.services,
    entry.dataSet,
  ]);
  return [[...HEADINGS[language]], ...body];
}

/** CSV with a byte order mark, so that spreadsheets read the diacritics. */
export function registerCsv(rows: readonly Value[][]): string {
  return stringify([...rows], { bom: true, escape_formulas: true });
}

export async function registerWorkbook(rows: readonly Value[][], sheetName: string): Promise<Buffer> {
  // Loaded when somebody asks for a workbook, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const [heading = [], ...body] = rows;
  const sheet = [heading.map((value) => ({ value: String(value), fontWeight: 'bold' as const })), ...body];
  const columns = heading.map((_, index) => ({ width: index === 0 || index === 3 ? 36 : 18 }));
  return writeExcelFile(sheet, { columns, stickyRowsCount: 1, sheet: sheetName }).toBuffer();
}
