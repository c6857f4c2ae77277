/// The page as a Mustache template; whatever it is given is markup already, as its own escaping works by characters and misses
/// a sign that a combining mark follows.
enum PageTemplate {
    static let text = #"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{{{contentPolicy}}}">
        <meta name="color-scheme" content="light dark">
        <title>{{{title}}}</title>
        <link rel="icon" href="data:,">
        <style>{{{style}}}</style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the findings</a>
        <header>
        <h1>{{{title}}}</h1>
        {{#banner}}
        <p class="banner">{{{.}}}</p>
        {{/banner}}
        </header>
        <nav aria-label="Contents">
        <ul>
        {{#sections}}
        {{#heading}}
        <li><a href="#{{{name}}}">{{{.}}}</a></li>
        {{/heading}}
        {{/sections}}
        {{#isMadeFrom}}
        <li><a href="#made">How this briefing was made</a></li>
        {{/isMadeFrom}}
        </ul>
        </nav>
        <main id="main">
        {{#hasHeadlines}}
        <section class="headlines" aria-labelledby="headlines-heading">
        <h2 id="headlines-heading">In short</h2>
        <ul>
        {{#headlines}}
        <li>{{{.}}}</li>
        {{/headlines}}
        </ul>
        </section>
        {{/hasHeadlines}}
        {{#sections}}
        <section id="{{{name}}}"{{#heading}} aria-labelledby="{{{name}}}-heading"{{/heading}}>
        {{#heading}}
        <h2 id="{{{name}}}-heading">{{{.}}}</h2>
        {{/heading}}
        {{#blocks}}
        {{#heading3}}
        <h3>{{{.}}}</h3>
        {{/heading3}}
        {{#statement}}
        <p>{{{.}}}</p>
        {{/statement}}
        {{#note}}
        <p class="remark">{{{.}}}</p>
        {{/note}}
        {{#list}}
        <ul>
        {{#items}}
        <li>{{{.}}}</li>
        {{/items}}
        </ul>
        {{/list}}
        {{#definitions}}
        <dl class="definitions">
        {{#items}}
        <dt>{{{term}}}</dt>
        <dd>{{{meaning}}}</dd>
        {{/items}}
        </dl>
        {{/definitions}}
        {{#table}}
        <div class="table" id="table-{{{name}}}">
        <div class="scroll" role="region" aria-labelledby="{{{name}}}-caption" tabindex="0">
        <table>
        <caption id="{{{name}}}-caption">{{{caption}}}</caption>
        <thead>
        <tr>{{#columns}}<th scope="col"{{#numeric}} class="number"{{/numeric}}>{{{title}}}</th>{{/columns}}</tr>
        </thead>
        <tbody>
        {{#rows}}
        <tr>{{{.}}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#remarks}}
        <p class="remark">{{{.}}}</p>
        {{/remarks}}
        </div>
        {{/table}}
        {{#figure}}
        <figure id="figure-{{{name}}}">
        <figcaption>{{{caption}}}</figcaption>
        <div class="scroll" role="region" aria-label="Chart of figure {{{number}}}" tabindex="0">
        {{{svg}}}
        </div>
        <p class="remark">The numbers are in <a href="#table-{{{table}}}">table {{{tableNumber}}}</a>.</p>
        </figure>
        {{/figure}}
        {{#explorer}}
        <noscript><p class="remark">Trying combinations needs JavaScript; the tables hold the same figures.</p></noscript>
        <div id="explorer" class="explorer" hidden>
        <form id="explorer-form">
        <fieldset>
        <legend>Which fields are shared?</legend>
        <div class="boxes">
        {{#fields}}
        <label><input type="checkbox" name="field" value="{{{number}}}"> <span>{{{name}}}</span></label>
        {{/fields}}
        </div>
        <p class="buttons"><button type="button" id="explorer-all">Tick all</button> <button type="button" id="explorer-none">Tick none</button></p>
        </fieldset>
        {{#hasCoarser}}
        <fieldset class="coarser">
        <legend>How exactly is it known? One field at a time can be coarser.</legend>
        {{#coarser}}
        <p><label for="coarser-{{{number}}}">{{{name}}}</label>
        <input type="range" id="coarser-{{{number}}}" name="coarser" data-field="{{{number}}}" min="0" max="{{{last}}}" step="1" value="0" aria-valuetext="{{{first}}}">
        <output for="coarser-{{{number}}}" id="coarser-{{{number}}}-name">{{{first}}}</output></p>
        {{/coarser}}
        </fieldset>
        {{/hasCoarser}}
        </form>
        <p id="explorer-summary" class="summary" role="status" aria-live="polite"></p>
        <dl class="tiles">
        <div><dt>k, the smallest class</dt><dd id="explorer-k"></dd></div>
        <div><dt>Alone in their class</dt><dd id="explorer-uniques"></dd></div>
        <div><dt>Uniqueness</dt><dd id="explorer-uniqueness"></dd></div>
        <div><dt>In classes of fewer than 5</dt><dd id="explorer-below5"></dd></div>
        <div><dt>In classes of fewer than 10</dt><dd id="explorer-below10"></dd></div>
        </dl>
        <div class="scroll" role="region" aria-labelledby="explorer-distribution-caption" tabindex="0">
        <table id="explorer-distribution">
        <caption id="explorer-distribution-caption">How many {{{unit}}} share their values with how many</caption>
        <thead><tr><th scope="col">Size of the class</th><th scope="col" class="number">Number of {{{unit}}}</th><th scope="col" class="number">Share</th><td class="meter"></td></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        <div class="scroll" role="region" aria-labelledby="explorer-next-caption" tabindex="0">
        <table id="explorer-next">
        <caption id="explorer-next-caption">What each further field adds</caption>
        <thead><tr><th scope="col">With the field</th><th scope="col" class="number">Uniqueness</th><th scope="col" class="number">More, in points</th><td class="meter"></td></tr></thead>
        <tbody></tbody>
        </table>
        </div>
        <script type="application/json" id="explorer-data">{{{data}}}</script>
        </div>
        {{/explorer}}
        {{/blocks}}
        </section>
        {{/sections}}
        {{#isMadeFrom}}
        <section id="made" aria-labelledby="made-heading">
        <h2 id="made-heading">How this briefing was made</h2>
        <dl class="facts">
        {{#facts}}
        <div><dt>{{{term}}}</dt><dd>{{{text}}}</dd></div>
        {{/facts}}
        </dl>
        </section>
        {{/isMadeFrom}}
        </main>
        {{#hasExplorer}}
        <script>{{{script}}}</script>
        {{/hasExplorer}}
        </body>
        </html>

        """#
}
