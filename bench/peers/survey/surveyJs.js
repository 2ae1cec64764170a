import questions from 'questions';
import { Model } from 'survey-core';
import 'survey-core/survey-core.min.css';
import 'survey-js-ui';

const survey = new Model({
  elements: questions.map(({ id, wording, options }) => ({
    type: 'radiogroup',
    name: id,
    title: wording,
    isRequired: true,
    choices: options.map(({ code, label }) => ({ value: code, text: label })),
  })),
});
survey.onComplete.add(({ data }) => fetch('/answers', { method: 'POST', body: JSON.stringify(data) }));
survey.render(document.querySelector('#root'));
