/** What copies and shares a chart, in one file. */
import './copyText.ts';
import './copyPicture.ts';
import './shareSheet.ts';
import './openPreview.ts';
