import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Fault, ReadCampaign, Run } from '../outreach/campaigns.ts';
import { nickname } from '../outreach/sealed.ts';
import type { Campaign, Card } from '../outreach/wire.ts';
import { dayTime, languageName } from '../texts/format.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { Sure } from './outreach-card.tsx';
import type { TabParts } from './outreach-page.tsx';
import { useTexts } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** Campaigns of the last 13 months, the run of one, and a new proposal. */
export function CampaignsTab(parts: TabParts): JSX.Element {
  const { stores, o } = parts;
  const { campaigns } = stores;
  useEffect(() => begin(campaigns.look()), [campaigns]);
  const all = campaigns.campaigns.value;
  const trouble = campaigns.trouble.value;
  return (
    <div class="page-columns">
      <section class="panel" aria-labelledby="campaigns-title">
        <h2 id="campaigns-title">{o.campaigns.title}</h2>
        <p class="quiet">{o.campaigns.lead}</p>
        {trouble !== undefined && <Callout tone="warning" live="alert">{o.refusals[trouble]}</Callout>}
        {all === undefined ? (
          <p role="status">{o.loading}</p>
        ) : all.length === 0 ? (
          <p class="quiet">{o.campaigns.empty}</p>
        ) : (
          <ul class="devices">
            {all.map((campaign) => (
              <Row key={campaign.campaign} {...parts} campaign={campaign} />
            ))}
          </ul>
        )}
      </section>
      <Propose {...parts} />
    </div>
  );
}

function Row(parts: TabParts & { readonly campaign: Campaign }): JSX.Element {
  const t = useTexts();
  const { stores, o, campaign } = parts;
  const { campaigns } = stores;
  const run = campaigns.run.value;
  const runs = run?.state === 'running';
  const id = campaign.campaign;
  const { state } = campaign;
  const [ends, setEnds] = useState(false);
  const lost = campaign.lost + campaign.perhaps;
  return (
    <li class="device">
      <div>
        <h3>{o.campaigns.states[state]}</h3>
        <p>{o.campaigns.progress(campaign.sent, campaign.cards, campaign.refused)}</p>
        {campaign.without > 0 && <p class="row-warn">{o.campaigns.without(campaign.without)}</p>}
        {(campaign.delivered > 0 || lost > 0) && (
          <p class={lost > 0 ? 'row-warn' : 'quiet'}>{o.campaigns.fate(campaign.delivered, campaign.lost, campaign.perhaps)}</p>
        )}
        <p class="quiet">
          {o.campaigns.by(campaign.by, dayTime(t, campaign.at))}
          {campaign.approved !== '' && ` · ${o.campaigns.approvedBy(campaign.approved)}`}
        </p>
        {state === 'proposed' && campaign.mine && <p class="quiet">{o.campaigns.ownApproval}</p>}
        {run?.campaign === id && <RunState {...parts} run={run} />}
      </div>
      <div class="shift-acts">
        {state === 'proposed' && !campaign.mine && (
          <button type="button" class="ds-button" data-size="sm" onClick={() => begin(campaigns.show(id))}>
            {o.campaigns.read}
          </button>
        )}
        {state === 'approved' && !runs && (
          <button type="button" class="ds-button" data-size="sm" onClick={() => begin(campaigns.begin(id))}>
            {o.campaigns.run}
          </button>
        )}
        {runs && run.campaign === id && (
          <button type="button" class="ds-button" data-size="sm" onClick={() => campaigns.stop()}>
            {o.campaigns.stopRun}
          </button>
        )}
        {(state === 'proposed' || state === 'approved') && (
          <button type="button" class="ds-button" data-variant="secondary" data-color="danger" data-size="sm" onClick={() => setEnds(true)}>
            {o.campaigns.stop}
          </button>
        )}
      </div>
      {ends && (
        <Sure
          title={o.campaigns.stopAsk}
          text={o.campaigns.stopText}
          yes={o.campaigns.stopYes}
          onYes={() => begin(campaigns.end(id))}
          onClose={() => setEnds(false)}
        />
      )}
      {campaigns.read.value?.campaign === id && <Approval {...parts} read={campaigns.read.value} />}
    </li>
  );
}

/** What it would send, word for word, before somebody approves it. */
function Approval({ stores, o, read }: TabParts & { readonly read: ReadCampaign }): JSX.Element {
  const t = useTexts();
  const { campaigns } = stores;
  const lone = read.languages.length === 1;
  return (
    <Dialog title={o.campaigns.approveAsk} onClose={() => campaigns.hide()}>
      <p>{o.campaigns.approveText}</p>
      {read.languages.map(({ language, cards, texts }) => (
        <details key={language} open={lone}>
          <summary>{o.campaigns.inLanguage(languageName(t, language), cards)}</summary>
          {texts.length === 0 && <p class="row-warn">{o.campaigns.noText}</p>}
          {texts.map(({ opening, text }) => (
            <div key={opening}>
              <h3>{o.campaigns.openings[opening]}</h3>
              <p lang={language} dir="auto">
                {text.replace('{code}', 'ABCD-EFGH')}
              </p>
            </div>
          ))}
        </details>
      ))}
      <div class="actions">
        <button type="button" class="ds-button" onClick={() => begin(campaigns.approve())}>
          {o.campaigns.approve}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => campaigns.hide()}>
          {t.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}

function RunState({ stores, o, run }: TabParts & { readonly run: Run }): JSX.Element {
  const faces = stores.desk.faces.value;
  const { state, sent, faults } = run;
  return (
    <>
      <p role="status">
        {state === 'running' ? o.campaigns.running(sent) : state === 'done' ? o.campaigns.runDone(sent) : o.campaigns.runStopped(sent)}
        {state !== 'running' && state !== 'done' && state !== 'stopped' && ` ${o.refusals[state]}`}
      </p>
      {faults.length > 0 && (
        <details>
          <summary>{o.campaigns.faults(faults.length)}</summary>
          <ul>
            {faults.map(({ card, why }) => (
              <li key={card}>{`${nickname(card, faces.get(card))}: ${whyText(o, why)}`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function whyText(o: OutreachTexts, why: Fault['why']): string {
  if (why === 'no-number') return o.campaigns.noNumber;
  return why in o.whys ? o.whys[why as keyof OutreachTexts['whys']] : o.refusals[why as keyof OutreachTexts['refusals']];
}

function Propose({ stores, o }: TabParts): JSX.Element {
  const t = useTexts();
  const { campaigns, worklist } = stores;
  const [language, setLanguage] = useState('');
  const [onlyNew, setOnlyNew] = useState(true);
  const [found, setFound] = useState<readonly Card[] | undefined>(undefined);
  const [proposed, setProposed] = useState(false);
  const languages = [...new Set((worklist.cards.value ?? []).map((card) => card.language))].sort();
  const change = (how: () => void): void => {
    how();
    setFound(undefined);
    setProposed(false);
  };
  const find = async (): Promise<void> => setFound(await campaigns.found({ languages: language === '' ? [] : [language], onlyNew }));
  const propose = async (cards: readonly Card[]): Promise<void> => {
    const done = await campaigns.propose(cards);
    if (done) setFound(undefined);
    setProposed(done);
  };
  return (
    <section class="panel" aria-labelledby="propose-title">
      <h2 id="propose-title">{o.campaigns.propose}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          begin(found === undefined || found.length === 0 ? find() : propose(found));
        }}
      >
        <Choice
          id="campaign-language"
          label={o.list.language}
          value={language}
          onChange={(next) => change(() => setLanguage(next))}
          options={[['', o.list.anyLanguage], ...languages.map((tag) => [tag, languageName(t, tag)] as const)]}
        />
        <div class="ds-field">
          <input class="ds-input" type="checkbox" id="campaign-new" checked={onlyNew} onChange={(event) => change(() => setOnlyNew(event.currentTarget.checked))} />
          <label for="campaign-new">{o.campaigns.onlyNew}</label>
        </div>
        {found !== undefined && <p role="status">{o.campaigns.found(found.length)}</p>}
        {proposed && <Callout tone="success" live="status">{o.campaigns.proposed}</Callout>}
        <button type="submit" class="ds-button" data-variant={found === undefined ? 'secondary' : undefined}>
          {found === undefined || found.length === 0 ? o.campaigns.find : o.campaigns.propose}
        </button>
      </form>
    </section>
  );
}
