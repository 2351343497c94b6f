import Datatable from 'lightning/datatable';
import percentageCell from './percentageCell.html';
import percentageEditor from './percentageEditor.html';
import picklistCell from './picklistCell.html';
import picklistEditor from './picklistEditor.html';
import recordLinkCell from './recordLinkCell.html';
import recordLinkEditor from './recordLinkEditor.html';

/**
 * The table of the base components with cells for names that lead to a record, for picklists, and for
 * percentages, which the org keeps as 80 and the base components' own cells take for 8,000 %.
 */
export default class RecordTable extends Datatable {
  static customTypes = {
    percentage: {
      template: percentageCell,
      editTemplate: percentageEditor,
      standardCellLayout: true,
      typeAttributes: [],
    },
    picklist: {
      template: picklistCell,
      editTemplate: picklistEditor,
      standardCellLayout: true,
      typeAttributes: ['options'],
    },
    recordLink: {
      template: recordLinkCell,
      editTemplate: recordLinkEditor,
      standardCellLayout: true,
      typeAttributes: ['url'],
    },
  };
}
