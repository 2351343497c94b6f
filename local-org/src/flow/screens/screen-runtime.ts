import { ApiError, UnsupportedFeatureError } from '../../core';
import type { RequestContext } from '../../execution';
import type { FlowEngineState } from '../engine-state';
import { convertValue } from '../interview/convert';
import { FlowRun } from '../interview/flow-run';
import { inputValues, jsonOf } from '../interview/input-values';
import { Interview } from '../interview/interview';
import { restoreInterview, storeInterview, type StoredInterview } from '../interview/interview-state';
import { RollBackSignal } from '../interview/roll-back-signal';
import { runInterviews } from '../interview/run-interviews';
import { conditionsHold } from '../interview/condition-operators';
import { flatten, type FlowScreen, type ScreenField } from '../elements/screen';
import { requireActiveFlow } from '../launch';
import { choicesOf, type ShownChoice } from './choices';
import { screenButtons, type ScreenAction, type ScreenButton } from './screen-actions';
import { enterComponent, shownComponent, type ShownComponent } from './component-values';

/** A component as the page shows it. */
export interface ShownField {
  readonly name: string;
  readonly fieldType: string;
  readonly dataType: string;
  /** Label, or the text of a display component. */
  readonly label: string;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly isVisible: boolean;
  readonly choices: readonly ShownChoice[];
  readonly error: string | null;
  /** A component of another kind than the flow's own fields, with the attributes to set on it; else null. */
  readonly component: ShownComponent | null;
}

/** What the page of a screen flow shows. */
export interface ScreenAnswer {
  /** `STARTED` while a screen is shown, `FINISHED`, `ERROR`. */
  readonly status: 'STARTED' | 'FINISHED' | 'ERROR';
  readonly guid: string;
  /** Opaque; to be sent back with the next step. Null at the end. */
  readonly state: string | null;
  readonly screen: {
    readonly name: string;
    readonly label: string;
    /** Null where the screen hides its heading. */
    readonly heading: string | null;
    readonly helpText: string | null;
    /** In the order in which they stand. */
    readonly buttons: readonly ScreenButton[];
    /** Whether the screen shows its buttons; components may take their actions even when not. */
    readonly showsButtons: boolean;
    readonly fields: readonly ShownField[];
  } | null;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

/** What the user does on a screen. */
export interface ScreenStep {
  readonly action: ScreenAction;
  /** Values by component name; of a component with attributes, those by name. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** An interview between two requests, with the screens before it. */
interface SavedRun {
  readonly interview: StoredInterview;
  readonly earlier: readonly StoredInterview[];
}

class Undo extends Error {}

/**
 * Runs screen flows step by step. The interview travels with the client as an opaque text, as between the platform and
 * its pages. What a step saves is committed when its screen is left.
 */
export class ScreenRuntime {
  constructor(private readonly state: FlowEngineState) {}

  /** @throws ApiError NOT_FOUND when there is no active flow of that name */
  start(name: string, inputs: Readonly<Record<string, unknown>>, context: RequestContext): ScreenAnswer {
    const flow = requireActiveFlow(this.state, name);
    const run = FlowRun.of(this.state.services, this.state.current().catalogue, flow, context);
    const interview = new Interview(run, flow, null, null, this.state.newGuid());
    interview.begin(inputValues(run, flow, inputs));
    interview.next = flow.start.connector?.target ?? null;
    return this.advance(interview, []);
  }

  /** @throws ApiError INVALID_INPUT when the state cannot be read; UnsupportedFeatureError for `PAUSE` */
  navigate(state: string, step: ScreenStep, context: RequestContext): ScreenAnswer {
    const saved = readState(state);
    const interview = this.restored(saved.interview, context);
    if (step.action === 'PAUSE') throw new UnsupportedFeatureError('Pausing of flow interviews');
    if (step.action === 'BACK') return this.back(saved, context);
    const leaf = leafOf(interview);
    const screen = screenOf(leaf);
    if (!screen) throw invalidState();
    const errors = enterValues(leaf, screen, step.values);
    if (errors.size > 0) return this.answer(interview, saved.earlier, errors);
    // Who comes back finds what was entered.
    const left = storeInterview(interview);
    leaf.next = screen.next;
    leaf.screen = null;
    return this.advance(interview, [...saved.earlier, left]);
  }

  private back(saved: SavedRun, context: RequestContext): ScreenAnswer {
    const previous = saved.earlier.at(-1);
    if (!previous) return this.answer(this.restored(saved.interview, context), [], new Map());
    return this.answer(this.restored(previous, context), saved.earlier.slice(0, -1), new Map());
  }

  private restored(stored: StoredInterview, context: RequestContext): Interview {
    const interview = restoreInterview(this.state, stored, context);
    if (!interview) throw invalidState();
    return interview;
  }

  private advance(interview: Interview, earlier: readonly StoredInterview[]): ScreenAnswer {
    for (;;) {
      try {
        this.state.services.transactions.savepoint(() => {
          runInterviews([interview]);
          if (interview.error) throw new Undo();
        });
        break;
      } catch (error) {
        if (error instanceof Undo) break;
        // The work so far is undone, and the interview goes on behind the element that asked for it.
        if (!(error instanceof RollBackSignal)) throw error;
        interview.run.recordsChanged();
      }
    }
    if (interview.error) this.state.faults.report(interview);
    return this.answer(interview, earlier, new Map());
  }

  private answer(
    interview: Interview,
    earlier: readonly StoredInterview[],
    errors: ReadonlyMap<string, string>,
  ): ScreenAnswer {
    const leaf = leafOf(interview);
    const screen = interview.error || interview.status === 'Finished' ? undefined : screenOf(leaf);
    // The last screen of a subflow leads back to the flow that called it.
    const position = { isFirst: earlier.length === 0, isLast: leaf === interview && screen?.next === null };
    const outputs = Object.fromEntries(
      [...interview.outputs()].map(([name, value]) => [name, jsonOf(value)]),
    );
    return {
      status: interview.error ? 'ERROR' : screen ? 'STARTED' : 'FINISHED',
      guid: interview.guid,
      state: screen ? writeState({ interview: storeInterview(interview), earlier }) : null,
      screen: screen
        ? {
            name: screen.name,
            label: screen.label,
            heading: screen.showHeader ? screen.label : null,
            helpText: screen.helpText,
            buttons: screenButtons(screen, position, this.state.services.components()),
            showsButtons: screen.showFooter,
            fields: flatten(screen.fields).map((field) => shown(leaf, field, errors)),
          }
        : null,
      outputs,
      error: interview.error?.message ?? null,
    };
  }
}

function leafOf(interview: Interview): Interview {
  return interview.child ? leafOf(interview.child) : interview;
}

function screenOf(interview: Interview): FlowScreen | undefined {
  return interview.flow.elements.get((interview.screen ?? '').toLowerCase())?.screen;
}

function shown(interview: Interview, field: ScreenField, errors: ReadonlyMap<string, string>): ShownField {
  return {
    name: field.name,
    fieldType: field.fieldType,
    dataType: field.dataType,
    label: interview.text(field.label),
    isRequired: field.isRequired,
    value: jsonOf(currentValue(interview, field)),
    isVisible: isVisible(interview, field),
    choices: choicesOf(interview, field),
    error: errors.get(field.name) ?? null,
    component: field.component && shownComponent(interview, field.name, field.component),
  };
}

function currentValue(interview: Interview, field: ScreenField): ReturnType<Interview['resolve']> {
  const entered = interview.values.get(field.name.toLowerCase());
  return entered === undefined ? interview.valueOf(field.defaultValue) : entered;
}

function isVisible(interview: Interview, field: ScreenField): boolean {
  return field.visibility === null || conditionsHold(interview, field.visibility);
}

/** Takes what the user entered. @returns error texts by component; empty when all may stand */
function enterValues(
  interview: Interview,
  screen: FlowScreen,
  values: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  const fields = flatten(screen.fields);
  for (const field of fields) {
    const given = values[field.name];
    if (field.component) {
      enterComponent(interview, field.name, field.component, given);
      continue;
    }
    const scalar =
      typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? given : null;
    const value = given === undefined ? currentValue(interview, field) : scalar;
    const type = interview.typeOf(field.name);
    if (!type) continue;
    interview.values.set(
      field.name.toLowerCase(),
      convertValue(value, undefined, type, interview.run.context.user),
    );
    for (const name of field.choiceReferences) interview.visited.delete(`choice:${name.toLowerCase()}`);
    for (const choice of choicesOf(interview, field))
      if (
        String(value ?? '')
          .split(';')
          .includes(String(choice.value))
      )
        interview.visited.add(`choice:${choice.name.toLowerCase()}`);
  }
  for (const field of fields) {
    if (!isVisible(interview, field)) continue;
    const value = interview.resolve(field.name);
    const isEmpty = value === null || value === '';
    // Components say themselves what they need.
    if (field.isRequired && isEmpty && field.component === null)
      errors.set(field.name, 'Please enter some valid input. Input is not optional.');
    else if (field.validation && interview.formula(field.validation.formula, 'Boolean') !== true)
      errors.set(field.name, interview.text(field.validation.message));
  }
  return errors;
}

function writeState(saved: SavedRun): string {
  return Buffer.from(JSON.stringify(saved)).toString('base64');
}

function readState(text: string): SavedRun {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as SavedRun;
  } catch {
    throw invalidState();
  }
}

function invalidState(): ApiError {
  return new ApiError('INVALID_INPUT', 'The flow interview could not be resumed.');
}
