import Datatable from 'lightning/datatable';
import picklistCell from './picklistCell.html';
import picklistEditor from './picklistEditor.html';
import recordLinkCell from './recordLinkCell.html';
import recordLinkEditor from './recordLinkEditor.html';

/** The table of the base components with cells for names that lead to a record, and for picklists. */
export default class RecordTable extends Datatable {
  static customTypes = {
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
