import type { EChartsOption } from 'echarts';
import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** What answers a pointer, numbered anew for each drawing: of no use on paper. */
const INTERACTIVE = /<style\b[\s\S]*?<\/style>| class="zr\d+-cls-\d+"| ecmeta_\w+="\w*"/g;

/**
 * Draws a chart without a browser: the same option gives the same drawing. Sizes are points. The instance is
 * disposed, or Node would never exit.
 */
export function chartSvg(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return chart.renderToSVGString().replaceAll(INTERACTIVE, '');
  } finally {
    chart.dispose();
  }
}
