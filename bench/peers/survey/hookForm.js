import { zodResolver } from '@hookform/resolvers/zod';
import { createElement, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';

/** One question, as React Hook Form has radio buttons: https://react-hook-form.com/docs/useform/register */
const Question = ({ question: { id, wording, options }, register, error }) =>
  createElement(
    'fieldset',
    null,
    createElement('legend', null, wording),
    options.map(({ code, label }) =>
      createElement(
        'label',
        { key: code },
        createElement('input', { type: 'radio', value: code, ...register(id) }),
        ` ${label}`,
      ),
    ),
    error && createElement('p', { role: 'alert' }, error.message),
  );

export function Form({ questions }) {
  const schema = z.object(
    Object.fromEntries(questions.map(({ id, options }) => [id, z.enum(options.map(({ code }) => code))])),
  );
  const {
    register,
    handleSubmit,
    formState: { errors },
  } = useForm({ resolver: zodResolver(schema) });
  useEffect(() => {
    document.documentElement.dataset.ready = '';
  }, []);
  return createElement(
    'form',
    {
      onSubmit: handleSubmit((answers) =>
        fetch('/answers', { method: 'POST', body: JSON.stringify(answers) }),
      ),
    },
    questions.map((question) =>
      createElement(Question, { key: question.id, question, register, error: errors[question.id] }),
    ),
    createElement('button', null, 'Send'),
  );
}
