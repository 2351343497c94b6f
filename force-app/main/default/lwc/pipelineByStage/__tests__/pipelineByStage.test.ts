import PipelineByStage from 'c/pipelineByStage';
import { graphql } from 'lightning/graphql';
import {
  expectErrorStates,
  find,
  findAll,
  provideQuery,
  render,
  settle,
  wordsOf,
  type Rendered,
} from 'testing/page';
import { queryData } from 'testing/query-data';

const STAGES = [
  { StageName: 'Needs Analysis', 'Amount.sum': 50000, 'Probability.max': 20, 'Id.count': 1 },
  { StageName: 'Qualification', 'Amount.sum': 120000, 'Probability.max': 10, 'Id.count': 2 },
];

async function show(stages: typeof STAGES): Promise<Rendered> {
  const element = await render('pipeline-by-stage', PipelineByStage, { scope: 'team' });
  await provideQuery(graphql, queryData({ aggregate: { Opportunity: stages } }));
  return element;
}

describe('c-pipeline-by-stage', () => {
  it('shows a bar for each stage, in the order of the process', async () => {
    const element = await show(STAGES);
    expect(find(element, 'c-bar-chart')['rows']).toMatchObject([
      { key: 'Qualification' },
      { key: 'Needs Analysis' },
    ]);
    await expect(element).toBeAccessible();
  });

  it('leads from a stage to its opportunities, and back', async () => {
    const element = await show(STAGES);
    findAll(element, 'button')[0]?.click();
    await settle();
    expect(find(element, 'c-deal-list')['filter']).toEqual({
      IsClosed: { eq: false },
      StageName: { eq: 'Qualification' },
    });
    findAll(element, 'button')[0]?.click();
    await settle();
    expect(findAll(element, 'c-deal-list')).toEqual([]);
  });

  it('says that there is no pipeline, what went wrong, and that access is missing', async () => {
    const element = await show([]);
    expect(wordsOf(element)).toContain('c.Pipeline_None');
    await expectErrorStates(element, graphql);
  });
});
