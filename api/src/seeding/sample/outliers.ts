/**
 * Figures that are plainly wrong or strange, planted so that their treatment can be seen; the guide lists
 * them. They are of wholes, so that no part becomes more than its whole.
 */
export interface Outlier {
  readonly unitId: string;
  readonly dataElement: string;
  readonly period: string;
  readonly value: (usual: number) => number;
  readonly note: string;
}

export const OUTLIERS: readonly Outlier[] = [
  {
    unitId: 'cao-bang',
    dataElement: 'data.open.datasets',
    period: '2024',
    value: (usual) => usual * 40,
    note: 'Giá trị bất thường cài sẵn: đếm tệp thay vì bộ dữ liệu.',
  },
  {
    unitId: 'bo-cong-thuong',
    dataElement: 'data.sharing.transactions',
    period: '2025',
    value: (usual) => usual * 25,
    note: 'Giá trị bất thường cài sẵn: đếm cả hai chiều của mỗi giao dịch, và thử tải.',
  },
  {
    unitId: 'lai-chau',
    dataElement: 'data.unit.population',
    period: '2024',
    value: (usual) => usual * 10,
    note: 'Giá trị bất thường cài sẵn: thừa một chữ số 0.',
  },
  {
    unitId: 'son-la',
    dataElement: 'data.sharing.services-listed',
    period: '2025',
    value: (usual) => usual * 60,
    note: 'Giá trị bất thường cài sẵn: mỗi trường dữ liệu được đếm là một dịch vụ.',
  },
  {
    unitId: 'bo-ngoai-giao',
    dataElement: 'data.open.catalogue-review-age',
    period: '2024',
    value: () => 3_650,
    note: 'Giá trị bất thường cài sẵn: mười năm không rà soát.',
  },
  {
    unitId: 'ca-mau-2025',
    dataElement: 'target.procedure-files.all',
    period: '2025',
    value: (usual) => usual * 30,
    note: 'Giá trị bất thường cài sẵn: gồm cả hồ sơ lưu trữ nhiều năm.',
  },
];

export function outlierAt(unitId: string, dataElement: string, period: string): Outlier | undefined {
  return OUTLIERS.find(
    (outlier) =>
      outlier.unitId === unitId && outlier.dataElement === dataElement && outlier.period === period,
  );
}
