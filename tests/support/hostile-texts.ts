/** What a name is followed by that wants to be more than a text; names have room for no more. */
export const HOSTILE = '<img src=x onerror=attacked()>';

/** A text of any length that tries all there is: markup, handlers, addresses, templates, reversed writing. */
export const MANY = [
  HOSTILE,
  '"><script>attacked()</script>',
  "' onmouseover='attacked()' '",
  '<svg onload=attacked()><a href="javascript:attacked()">x</a></svg>',
  '[x](javascript:attacked())',
  '{{attacked()}}${attacked()}',
  '</textarea></title><iframe srcdoc="<script>parent.attacked()</script>">',
  '\u202e\u2066',
  '字'.repeat(300)
].join('');
