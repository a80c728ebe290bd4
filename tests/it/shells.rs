//! Completions and man pages, as shells and `man` read them.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Folderish, not_run, prospectus};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

fn text(folder: &Path, arguments: &[&str]) -> String {
    let output = prospectus(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that the help of the program, or of one of its commands, lists.
fn commands(folder: &Path, of: &[&str]) -> BTreeSet<String> {
    let help = text(folder, &[of, &["--help"]].concat());
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// Runs a program of the machine with something to read; `None` where there is none of that name.
fn run(program: &str, arguments: &[&str], input: &str) -> Option<(bool, String)> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().ok()?;
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    Some((output.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn completions_of_each_shell_know_every_command() {
    let folder = Folderish::new();
    let known = commands(&folder.0, &[]).into_iter().chain(commands(&folder.0, &["theme"]));
    let known: BTreeSet<String> = known.collect();
    assert!(known.len() > 10, "{known:?}");

    for shell in SHELLS {
        let script = text(&folder.0, &["completions", shell]);

        let words: BTreeSet<&str> = script.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        let missing: Vec<&String> = known.iter().filter(|name| !words.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "{shell} does not know {missing:?}");
    }
    assert_eq!(prospectus(&folder.0, &["completions", "cmd"]).status.code(), Some(2));
}

#[test]
fn bash_completes_commands_options_and_values() {
    let folder = Folderish::new();
    let script = text(&folder.0, &["completions", "bash"]);
    let completed = |words: &str, at: usize| {
        let ask = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={at}\n\
             _prospectus prospectus \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{}]}}\"\necho \"${{COMPREPLY[*]}}\"\n",
            at - 1
        );
        run("bash", &["--norc"], &ask).map(|(_, said)| said.trim().to_owned())
    };

    if completed("prospectus", 1).is_none() {
        return not_run("completions in bash: there is no bash");
    }
    assert_eq!(run("bash", &["-n"], &script), Some((true, String::new())));
    assert_eq!(completed("prospectus the", 1).as_deref(), Some("theme"));
    assert_eq!(completed("prospectus theme e", 2).as_deref(), Some("eject"));
    assert_eq!(completed("prospectus build --as", 2).as_deref(), Some("--as-of"));
    assert_eq!(completed("prospectus check --format s", 3).as_deref(), Some("sarif"));
}

#[test]
fn there_is_a_man_page_of_each_command_and_man_can_read_it() {
    let folder = Folderish::new();
    let at_top = commands(&folder.0, &[]);
    let of_theme = commands(&folder.0, &["theme"]);

    text(&folder.0, &["man", "pages/man1"]);

    let inner = of_theme.iter().map(|name| format!("theme-{name}"));
    let mut expected: BTreeSet<String> =
        at_top.iter().cloned().chain(inner).map(|name| format!("prospectus-{name}.1")).collect();
    expected.insert("prospectus.1".to_owned());
    let pages = fs::read_dir(folder.0.join("pages/man1")).unwrap().map(|entry| entry.unwrap().path());
    let pages: Vec<_> = pages.collect();
    let names = pages.iter().map(|page| page.file_name().unwrap().to_string_lossy().into_owned());
    assert_eq!(names.collect::<BTreeSet<_>>(), expected);

    let program = fs::read_to_string(folder.0.join("pages/man1/prospectus.1")).unwrap();
    assert_eq!(text(&folder.0, &["man"]), program, "without a folder the page of the program is printed");
    for name in &at_top {
        assert!(program.contains(&format!("prospectus\\-{name}(1)")), "{name}: {program}");
    }
    for heading in ["EXIT STATUS", "ENVIRONMENT", "FILES"] {
        assert!(program.contains(&format!(".SH \"{heading}\"")) || program.contains(&format!(".SH {heading}")));
    }
    for page in pages {
        let Some((_, said)) = run("groff", &["-man", "-Tutf8", "-ww", "-z", page.to_str().unwrap()], "") else {
            return not_run("man pages drawn: there is no groff");
        };
        assert_eq!(said, "", "{}", page.display());
    }
}
