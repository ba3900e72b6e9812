// viewer.html: a viewer on a page of its own.
import '../src/components/index.js';
import { linkTo, show } from './page.js';

show(document.createElement('bigcast-viewer'));
linkTo('host');
