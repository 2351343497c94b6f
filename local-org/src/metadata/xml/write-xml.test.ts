import { decodeContent } from '../elements/decode-content';
import { parseXml } from './parse-xml';
import { toXml } from './write-xml';

describe('toXml', () => {
  it('writes attributes in start tags, so that the text reads as the content it came from', () => {
    const content = {
      isExposed: true,
      targetConfigs: {
        targetConfig: [
          {
            '@targets': 'lightning__RecordPage',
            property: [{ '@name': 'title', '@type': 'String', '@default': 'a "b" & c', '@required': true }],
            supportedFormFactors: { supportedFormFactor: [{ '@type': 'Small' }] },
          },
        ],
      },
    };
    const text = toXml('LightningComponentBundle', content);
    expect(text).toContain('<supportedFormFactor type="Small"/>');
    expect(decodeContent(parseXml(text), 'LightningComponentBundle')).toEqual({ content, problems: [] });
  });
});
