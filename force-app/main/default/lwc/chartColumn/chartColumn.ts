import { api, LightningElement } from 'lwc';

/** A column as it is drawn: top and height are shares of 100. */
export interface DrawnColumn {
  readonly label: string;
  readonly text: string;
  readonly top: number;
  readonly height: number;
}

/** Text, drawing and label of one column; the chart puts a cell or a button around it. */
export default class ChartColumn extends LightningElement {
  @api column?: DrawnColumn;
}
