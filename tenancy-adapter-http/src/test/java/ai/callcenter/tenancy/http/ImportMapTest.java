package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMapTest {
    private static final ImportMap MAP = ImportMap.parse("""
            {"imports": {
              "lit": "./lib/lit/index.js",
              "lit/": "./lib/lit/",
              "lit/directives/": "./directives/",
              "@lit/context": "./lib/context/index.js"
            }}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import { html } from 'lit';           | import { html } from './lib/lit/index.js';",
                "import{a as b}from\"lit\";            | import{a as b}from\"./lib/lit/index.js\";",
                "import*as all from\"lit\"             | import*as all from\"./lib/lit/index.js\"",
                "import 'lit'                          | import './lib/lit/index.js'",
                "import\"lit\";                        | import\"./lib/lit/index.js\";",
                "export*from\"lit\";                   | export*from\"./lib/lit/index.js\";",
                "export{a}from'lit';                   | export{a}from'./lib/lit/index.js';",
                "let a=1;import\"lit\";import 'lit'    | let a=1;import\"./lib/lit/index.js\";import './lib/lit/index.js'",
                "/** Ours. */import\"lit\"             | /** Ours. */import\"./lib/lit/index.js\"",
                "await import('lit')                   | await import('./lib/lit/index.js')",
                "x=>import( \"lit/html.js\" )          | x=>import( \"./lib/lit/html.js\" )",
                "import 'lit/directives/map.js'        | import './directives/map.js'",
                "import 'lit/directive.js'             | import './lib/lit/directive.js'",
                "import '@lit/context'                 | import './lib/context/index.js'",
            })
    void aBareSpecifierBecomesARelativeUrl(String module, String resolved) {
        assertThat(MAP.resolve("app.js", module)).isEqualTo(resolved);
    }

    @Test
    void aListOfNamesMayHaveManyLines() {
        assertThat(MAP.resolve("app.js", "import {\n  html, // what else\n  css,\n} from 'lit';\n"))
                .isEqualTo("import {\n  html, // what else\n  css,\n} from './lib/lit/index.js';\n");
    }

    @Test
    void itIsRelativeToTheModule() {
        assertThat(MAP.resolve("components/a.js", "import 'lit'")).isEqualTo("import '../lib/lit/index.js'");
        assertThat(MAP.resolve("lib/context/index.js", "import 'lit'")).isEqualTo("import '../../lib/lit/index.js'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import './lit'; import '../lit'; import '/lit'; import 'https://cdn.example/lit'",
                "import 'litx'; import 'lit/../../secret.js'; import '@lit/context/lib/a.js'",
                "export default { 'lit': 1 }; export const a = 'lit'; const from = 'lit'",
                "page.import('lit'); reimport('lit'); import(lit)",
                " * import 'lit'",
                "`<p>import 'lit'</p>`",
            })
    void allElseStaysAsItIs(String module) {
        assertThat(MAP.resolve("app.js", module)).isEqualTo(module);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"imports\":{\"lit\":\"lib/lit.js\"}}",
                "{\"imports\":{\"lit\":\"https://cdn.example/lit.js\"}}",
                "{\"imports\":{\"lit/\":\"./lit.js\"}}"
            })
    void aMapThatLeadsElsewhereIsRefused(String json) {
        assertThatThrownBy(() -> ImportMap.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("import map");
    }
}
