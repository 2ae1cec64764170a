// The least a form can do: it keeps what is chosen on the device, says what is missing, and sends.
const form = document.querySelector('form');
for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem('draft') ?? '{}')))
  form.elements[name].value = value;
const answers = () => Object.fromEntries(new FormData(form));
form.addEventListener('change', () => {
  localStorage.setItem('draft', JSON.stringify(answers()));
});
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const status = form.querySelector('[role=status]');
  const missing = [...form.querySelectorAll('fieldset')].filter((set) => !set.querySelector(':checked'));
  status.textContent = missing.length > 0 ? `${missing.length} questions are not answered.` : '';
  if (missing.length > 0) {
    missing[0].querySelector('input').focus();
    return;
  }
  try {
    const { ok } = await fetch('/answers', { method: 'POST', body: JSON.stringify(answers()) });
    status.textContent = ok ? 'Thank you.' : 'It was not accepted.';
  } catch {
    status.textContent = 'It was not sent. Please try again.';
  }
});
document.documentElement.dataset.ready = '';
