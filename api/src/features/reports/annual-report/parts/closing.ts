import type { Content } from 'pdfmake/interfaces.js';
import { paragraph } from '../page.js';
import type { AnnualReportInput, ReportRecipient, ReportSignatory } from '../report-input.js';
import { formatList } from '../vietnamese-format.js';

/** The last sentence, then recipients on the left and the signature's room on the right, never parted. */
export function closing(input: AnnualReportInput): Content {
  return {
    stack: [
      paragraph(closingSentence(input)),
      {
        columns: [
          { width: '50%', stack: recipientList(input.recipients) },
          { width: '*', stack: signatureRoom(input.signatory) },
        ],
        margin: [0, 10, 0, 0],
      },
    ],
    unbreakable: true,
  };
}

function closingSentence({ issuer, recipients, edition }: AnnualReportInput): string {
  const addressees = recipients.filter((each) => each.forReport).map(({ name }) => name);
  const to = addressees.length === 0 ? '' : ` ${formatList(addressees)}`;
  return `Trên đây là kết quả đánh giá, xếp hạng DTI năm ${edition.period}, ${issuer.name} kính báo cáo${to}./.`;
}

/** "- Thủ tướng Chính phủ (để báo cáo);" … "- Lưu: VT." */
export function recipientLines(recipients: readonly ReportRecipient[]): readonly string[] {
  const lines = recipients.map(({ name, forReport, toBeVerified }) => {
    const purpose = forReport ? ' (để báo cáo)' : '';
    return `- ${name}${purpose}${toBeVerified ? ' [cần đối chiếu]' : ''};`;
  });
  return [...lines, '- Lưu: VT.'];
}

function recipientList(recipients: readonly ReportRecipient[]): Content[] {
  return [
    { text: 'Nơi nhận:', fontSize: 12, bold: true, italics: true },
    ...recipientLines(recipients).map((text): Content => ({ text, fontSize: 11 })),
  ];
}

/** The draft leaves the signature blank; without a position the room says what the form wants there. */
function signatureRoom({ authority, position }: ReportSignatory): Content[] {
  const lines = [authority, position].filter((line) => line !== null);
  const shown = lines.length === 0 ? ['QUYỀN HẠN, CHỨC VỤ', 'CỦA NGƯỜI KÝ'] : lines;
  return [
    ...shown.map((text): Content => ({ text, fontSize: 13, bold: true, alignment: 'center' })),
    {
      text: '(Chữ ký, dấu của cơ quan)',
      fontSize: 11,
      italics: true,
      alignment: 'center',
      margin: [0, 2, 0, 64],
    },
  ];
}
