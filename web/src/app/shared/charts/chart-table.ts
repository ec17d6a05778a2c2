/** The table that says what a chart says; cells are written out, ready to read. */
export interface ChartTable {
  readonly columns: readonly ChartTableColumn[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

export interface ChartTableColumn {
  readonly label: string;
  readonly number?: boolean;
}
