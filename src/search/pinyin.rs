//! Chinese by its sound: who types “shimoxi” means 石墨烯.
//!
//! Each character has the reading that it mostly has, without its tone. A name is filed from each of its characters on, because
//! what is meant may stand anywhere in it.

use pinyin::ToPinyin;

use crate::search::fold;

/// Characters of a name that are read together: who types more finds it by the first of them.
const TOGETHER: usize = 4;

/// Whether names of a language are Chinese.
pub fn is_chinese(tag: &str) -> bool {
    tag.split('-').next() == Some("zh")
}

/// Calls `visit` with what is heard from each character of a name on.
pub fn keys(name: &str, visit: &mut impl FnMut(&str)) {
    for run in name.split(|c| !fold::is_han(c)) {
        let heard: Vec<&str> = run.to_pinyin().map(|sound| sound.map_or("", |sound| sound.plain())).collect();
        // A single syllable says nothing.
        for start in 0..heard.len().saturating_sub(1) {
            visit(&fold::joined(&heard[start..heard.len().min(start + TOGETHER)].concat()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::keys;

    fn heard(name: &str) -> Vec<String> {
        let mut found = Vec::new();
        keys(name, &mut |key| found.push(key.to_owned()));
        found
    }

    #[test]
    fn a_name_is_heard_from_each_of_its_characters_on() {
        assert_eq!(heard("海尔"), ["haier"]);
        assert_eq!(heard("石墨烯材料"), ["shimoxicai", "moxicailiao", "xicailiao", "cailiao"]);
    }

    #[test]
    fn what_is_not_chinese_is_not_heard() {
        assert_eq!(heard("Haier 海尔 (女装)"), ["haier", "nuzhuang"]);
        assert!(heard("省 Haier ガス").is_empty());
    }
}
