import questions from 'questions';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Form } from './hookForm.js';

hydrateRoot(document.querySelector('#root'), createElement(Form, { questions }));
