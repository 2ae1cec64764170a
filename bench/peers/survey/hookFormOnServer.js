import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Form } from './hookForm.js';

export const html = (questions) => renderToString(createElement(Form, { questions }));
