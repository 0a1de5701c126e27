// citeproc-js as a judge: jobs on standard input, one JSON object a line, answers likewise.
//
// node peer.cjs FOLDER-OF-CITEPROC FOLDER-OF-LOCALES
//
// A job: {style: XML, locale?, force?, format?: "text" | "html", items: [CSL-JSON], nosort?,
//   registered?: [[id]],       each is told to the processor in turn; all items unless told otherwise
//   clusters?: [[cite]],       made on their own (makeCitationCluster)
//   document?: [{cites, note}] in document order, each put behind the one before it
//   calls?: [[citation, before, after]]  given to processCitationCluster as they are
//   bibliography?: true | filter,  header?: true}
// The answer: {clusters, citations, changed, bibliography: [[id, entry]], header, seconds} or {error}.
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require(path.resolve(process.argv[2]));
CSL.debug = () => {};
console.log = () => {};
const locales = new Map();

// An entry says whose it is: the list that comes with a bibliography names empty ones, too.
for (const format of ["text", "html"]) {
    const entry = CSL.Output.Formats[format]["@bibliography/entry"];
    CSL.Output.Formats[format]["@bibliography/entry"] = function (state, text) {
        return `${this.system_id || ""}\u0001${entry.call(this, state, text)}`;
    };
}

function locale(name) {
    if (!locales.has(name)) {
        const file = path.join(process.argv[3], `locales-${name}.xml`);
        locales.set(name, fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false);
    }
    return locales.get(name);
}

function document(engine, placed) {
    const before = [];
    const found = placed.map((place, number) => {
        const citation = {
            citationID: `C${number}`,
            citationItems: place.cites,
            properties: { noteIndex: place.note },
        };
        const changed = engine.processCitationCluster(citation, before.slice(), [])[1];
        before.push([citation.citationID, place.note]);
        return changed;
    });
    const texts = [];
    for (const changed of found) for (const [place, text] of changed) texts[place] = text;
    return texts;
}

function called(engine, calls) {
    let last = [];
    for (const call of calls) last = engine.processCitationCluster(...call)[1];
    const changed = new Map(last.map(([place, text]) => [place, text]));
    const order = engine.registry.citationreg.citationByIndex;
    const texts = order.map((citation, place) => changed.has(place) ? changed.get(place)
        : engine.process_CitationCluster(citation.sortedItems, citation));
    return [texts, [...changed.keys()]];
}

function answer(job) {
    const begin = process.cpuUsage();
    const items = new Map(job.items.map((item) => [String(item.id), item]));
    const system = {
        retrieveLocale: locale,
        retrieveItem: (id) => JSON.parse(JSON.stringify(items.get(String(id)))),
        getAbbreviation: (list, jurisdiction, category, key) => {
            const short = ((job.abbreviations || {}).default || {})[category];
            list[jurisdiction] = list[jurisdiction] || new CSL.AbbreviationSegments();
            if (short && short[key]) list[jurisdiction][category][key] = short[key];
            return jurisdiction;
        },
    };
    if (!job.abbreviations) delete system.getAbbreviation;
    const engine = new CSL.Engine(system, job.style, job.locale, job.force);
    engine.setOutputFormat(job.format || "text");
    Object.assign(engine.opt.development_extensions, job.options || {});
    const found = {};
    for (const ids of job.registered || (job.calls ? [] : [[...items.keys()]])) {
        if (job.document) engine.updateUncitedItems(ids, job.nosort);
        else engine.updateItems(ids, job.nosort);
    }
    if (job.clusters) found.clusters = job.clusters.map((cites) => engine.makeCitationCluster(cites));
    if (job.document) found.citations = document(engine, job.document);
    if (job.calls) [found.citations, found.changed] = called(engine, job.calls);
    if (job.bibliography) {
        const made = engine.makeBibliography(job.bibliography === true ? undefined : job.bibliography);
        found.bibliography = made ? made[1].map((entry) => entry.split("\u0001")) : [];
        if (made && job.header) found.header = made[0];
    }
    const used = process.cpuUsage(begin);
    found.seconds = (used.user + used.system) / 1e6;
    found.memory = process.resourceUsage().maxRSS / 1024; // MB
    return found;
}

const lines = require("readline").createInterface({ input: process.stdin });
lines.on("line", (line) => {
    let found;
    try {
        found = answer(JSON.parse(line));
    } catch (error) {
        found = { error: String(error && error.message || error) };
    }
    process.stdout.write(JSON.stringify(found) + "\n");
});
