import type { Field, SObjectType } from '../schema';
import { formulaInputs, type FormulaInputs } from './formula-inputs';
import { FormulaSession, type FormulaServices } from './formula-session';
import type { RunningUser } from './running-user';

/** Opens formula sessions; the one object that save and query share to compute formulas. */
export class FormulaFieldEvaluator {
  constructor(readonly services: FormulaServices) {}

  /** A session for one chunk or one query of a user. */
  open(user: RunningUser): FormulaSession {
    return new FormulaSession(this.services, user);
  }

  /** What a formula field reads of the store. @throws FormulaError when a formula does not compile */
  inputs(type: SObjectType, field: Field): FormulaInputs {
    const { compiler } = this.services;
    const schema = this.services.schema();
    return formulaInputs(
      { schema, formulaOf: (owner, formula) => compiler.compileField(schema, owner, formula) },
      type,
      field,
    );
  }
}
