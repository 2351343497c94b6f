import { diagnoseJson } from './json-diagnosis';
import cases from './json-diagnosis.cases.json';

describe('diagnoseJson', () => {
  it.each(cases)('says what is wrong with $text', ({ text, message }) => {
    expect(diagnoseJson(text)).toBe(message);
  });
});
