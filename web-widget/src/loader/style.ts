/** Neutral colours: the button belongs to whatever page it stands on. */

export const STYLE = [
  ':host{all:initial;color-scheme:light dark}',
  '*{box-sizing:border-box}',
  '[hidden]{display:none!important}',
  'button{font:600 1rem/1.3 system-ui,sans-serif;color:#fff;background:#26343a;border:0;cursor:pointer;min-height:48px}',
  'button:focus-visible{outline:3px solid #4b8bff;outline-offset:2px}',
  '.launcher,section{position:fixed;inset-block-end:16px;inset-inline-end:16px;z-index:2147483647}',
  '.launcher{padding:0 24px;border-radius:24px;box-shadow:0 2px 12px #0004}',
  'section{display:flex;flex-direction:column;width:400px;height:min(720px,100vh - 32px);background:canvas;border-radius:16px;overflow:hidden;box-shadow:0 8px 40px #0006}',
  'iframe{flex:1;border:0}',
  '.hide{min-height:44px;color:canvastext;background:canvas}',
  '@media(max-width:480px),(max-height:480px){section{inset:0;width:auto;height:auto;border-radius:0}}',
].join('');
