import type { Company } from './companies';
import { plainWords } from './catalogue';
import type { SeededRandom } from './random';

/** A person at a customer, as they are in truth. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: Company;
  readonly title: string;
  readonly role: string;
  /** `mira.adler@brightwater-foods.example` */
  readonly email: string;
  readonly phone: string;
}

const FIRST_NAMES = [
  'Mira', 'Oskar', 'Leonie', 'Tariq', 'Wanda', 'Ivo', 'Nadia', 'Sören', 'Beatriz', 'Callum', 'Yuki', 'Petra',
  'Anton', 'Rosa', 'Marek', 'Fiona', 'Kofi', 'Agnes', 'Ruben', 'Zoë',
]; // prettier-ignore
const LAST_NAMES = [
  'Adler', 'Bergqvist', 'Crane', 'Duarte', 'Engel', 'Fontaine', 'Grabowski', 'Hale', 'Ishikawa', 'Jansen', 'Kowal',
  'Laurent', 'Mbeki', 'Novak', 'Ortiz', 'Prescott', 'Quist', 'Rinaldi', 'Sato', 'Thorne', 'Ueda', 'Varga', 'Weiss',
]; // prettier-ignore
const POSTS: readonly (readonly [title: string, role: string])[] = [
  ['Head of Purchasing', 'Procurement'],
  ['Plant Manager', 'Decision Maker'],
  ['Chief Financial Officer', 'Economic Buyer'],
  ['IT Manager', 'Technical Evaluator'],
  ['Operations Engineer', 'User'],
  ['Chief Operating Officer', 'Decision Maker'],
];

/** Invents `count` people with different names, spread over the companies. */
export function inventPeople(companies: readonly Company[], count: number, random: SeededRandom): Person[] {
  const names = FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => [first, last] as const));
  return random.sample(names, count).map(([firstName, lastName], index) => {
    const company = companies[index % companies.length] ?? random.pick(companies);
    const [title, role] = random.pick(POSTS);
    const mailbox = [...plainWords(firstName), ...plainWords(lastName)].join('.');
    const phone = `+1 555 01${String(index).padStart(2, '0')}`;
    return { firstName, lastName, company, title, role, email: `${mailbox}@${company.domain}`, phone };
  });
}
