//! Words in front of a number that carry a role only in one of their senses.

use super::super::draft::Draft;
use super::super::tables::{Flag, Numeric};
use super::Roles;
use super::denied::untrue;
use crate::analysis::listed::Listed;
use crate::briefing::Role;

/// Words for taking, holding and letting go, which do so to people in one sense only.
const TAKING: &[&str] = &[
    "pulled",
    "pulling",
    "dragged",
    "hauled",
    "fished",
    "dug",
    "picked",
    "lifted",
    "lifting",
    "hold",
    "holds",
    "seized",
    "seizing",
    "snatched",
    "snatching",
    "admitted",
    "admitting",
    "unearthed",
    "release",
    "freedom",
    "freed",
    "freeing",
    "released",
    "releasing",
    "stabbed",
    "stabbing",
];

/// Words that take hold of people in one of their senses only.
const CAUGHT: &[&str] = &[
    "questioning",
    "caught",
    "catching",
    "trial",
    "infection",
    "bombing",
];

/// What is said of lives and of one's own people.
const LOSING: &[&str] = &[
    "lost", "lose", "loses", "losing", "claims", "claim", "claimed", "claiming", "loss", "cost",
    "costs", "costing",
];

/// What holds people without keeping them.
const ROOMS: Listed = Listed::of(&[
    "hall", "stadium", "boat", "canoe", "dinghy", "raft", "barge", "minibus", "van", "ferry",
    "bus", "centre", "center", "ground", "theatre", "arena", "room", "vessel", "schools", "hotels",
    "centres", "centers", "that", "which", "can", "could", "to",
]);

impl Roles<'_> {
    /// Some words carry a role only in one sense.
    pub(super) fn accept_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        let next = |words: &[&str]| self.atoms.is_any(at + 1, words);
        if self.is_refused(at) {
            return untrue(role).filter(|&left| left == Role::Detained);
        }
        if self.describes_place(at) {
            return None;
        }
        if word(&["swept", "washed", "sweeping", "washing"]) {
            // "swept seven people off a pier"
            let off = &["away", "off", "overboard"];
            return (at + 1..at + 7)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is_any(at, off))
                .then_some(role);
        }
        if word(CAUGHT) {
            return self.caught_before(at, role);
        }
        if word(&["gunned", "mowed", "hacked"]) {
            return next(&["down", "to"]).then_some(role);
        }
        if word(&["cut"]) {
            return next(&["off"]).then_some(role);
        }
        if word(TAKING) {
            return self.taken_before(at, role);
        }
        if word(&["buried", "burying"]) && self.is_covered(at) {
            return Some(Role::Trapped);
        }
        // "shot back"
        if word(&["shot"]) && next(&["back", "up", "past", "through", "off"]) {
            return None;
        }
        if word(&["shot", "shooting"]) {
            return Some(self.shot_before(at, role));
        }
        let was = at > 0
            && self
                .atoms
                .is_any(at - 1, &["was", "were", "been", "be", "is", "are", "being"]);
        if word(LOSING) {
            return self.lost_before(at, role);
        }
        // "put the losses at nine soldiers"
        // "the hall was holding at least 350"
        if word(&["holding", "held"]) && was_room(self, at) {
            return None;
        }
        if word(&["losses"]) {
            return self.losses(at).then_some(role);
        }
        if word(&["remains"]) && next(&["of"]) && self.atoms.is(at.wrapping_sub(1), "the") {
            return Some(role);
        }
        if word(&["remains", "toll"])
            || was && word(&["killed", "died", "injured", "wounded", "hurt", "dead"])
        {
            return None;
        }
        Some(role)
    }

    /// "put its own losses at six", "losses of nine soldiers", and no money.
    fn losses(&self, at: usize) -> bool {
        let its = [
            "its",
            "own",
            "their",
            "his",
            "army",
            "military",
            "rebel",
            "enemy",
            "police",
            "government",
        ];
        let own = |at: usize| self.atoms.has(at, Flag::Fighter) || self.atoms.has(at, Flag::People);
        // "its losses at 40 million" are money
        let sum = matches!(self.atoms.numeric(at + 3), Numeric::Scale(_));
        self.atoms.is(at + 1, "at") && !sum && self.atoms.is_any(at.wrapping_sub(1), &its)
            || (at + 1..at + 7)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(own)
    }

    /// "questioning 31 suspects", and not witnesses; "an avalanche caught 30 skiers"; "the trial of 31 officers".
    fn caught_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        let questioned = &["suspects", "men", "suspected"];
        if word(&["questioning"]) {
            return (at + 1..at + 5)
                .any(|at| self.atoms.is_any(at, questioned))
                .then_some(role);
        }
        // "the slide, 400 metres wide, broke loose at 11:20 a.m. and caught 14 skiers"
        let slid = || {
            let far = if self.atoms.is(at.wrapping_sub(1), "and") {
                20
            } else {
                5
            };
            (at.saturating_sub(far)..at).any(|at| self.atoms.has(at, Flag::Slide))
        };
        if word(&["caught", "catching"]) {
            return Some(if slid() { Role::Trapped } else { role });
        }
        self.atoms.is(at + 1, "of").then_some(role)
    }

    /// The role of a word of [`TAKING`], where it is one.
    fn taken_before(&self, at: usize, role: Role) -> Option<Role> {
        let word = |words: &[&str]| self.atoms.is_any(at, words);
        let kept = if word(&["picked", "lifted", "lifting"]) {
            if self.is_arrest(at) {
                return Some(Role::Detained);
            }
            self.is_brought_away(at)
        } else if word(&[
            "hold",
            "holds",
            "seized",
            "seizing",
            "snatched",
            "snatching",
        ]) {
            if self.is_of_camp(at) {
                return Some(Role::Displaced);
            }
            self.is_held(at)
        } else if word(&["admitted", "admitting"]) {
            let ill = &[
                "patients",
                "casualties",
                "wounded",
                "injured",
                "children",
                "infants",
                "babies",
            ];
            (at + 1..at + 6).any(|at| self.atoms.is_any(at, ill))
        } else if word(&["unearthed"]) {
            // "unearthed two girls, both alive", and no ruins
            self.is_of_living(at)
        } else if word(&["release", "freedom"]) {
            // "demand the release of 136 hostages": they are still held
            return Some(if self.is_wanted(at) {
                Role::Detained
            } else {
                role
            });
        } else if word(&["freed", "freeing", "released", "releasing"]) {
            return Some(if self.is_out_of_ruins(at) {
                Role::Rescued
            } else {
                role
            });
        } else if word(&["stabbed", "stabbing"]) {
            let dead = (at + 1..at + 10)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| self.atoms.is(at, "death"));
            return Some(if dead { Role::Killed } else { role });
        } else {
            self.is_drawn_out(at)
        };
        kept.then_some(role)
    }

    /// "freed 12 people from the wreckage".
    fn is_out_of_ruins(&self, at: usize) -> bool {
        const FALLEN: Listed = Listed::of(&[
            "rubble", "wreckage", "debris", "ruins", "mud", "lift", "cabins",
        ]);
        (at + 1..at + 12)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.is_listed(at, &FALLEN))
    }

    /// "the avalanche buried 17 skiers", "a wall gave way, burying 20", not "we buried our dead".
    fn is_covered(&self, at: usize) -> bool {
        let under = (at + 1..at + 7)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.is_any(at, &["under", "beneath", "alive"]));
        let fell = || {
            // "swept away a group near the resort of Val Aru on Friday, killing five and burying three"
            let far = if self.atoms.is(at, "burying") { 26 } else { 14 };
            let clause = (at.saturating_sub(far)..at).rev();
            clause
                .take_while(|&at| !self.atoms.is_mark(at, ';'))
                .any(|at| self.atoms.has(at, Flag::Slide))
        };
        let follows = self.atoms.is(at, "burying") && self.atoms.is_mark(at.wrapping_sub(1), ',');
        // "we have buried 18 since the fighting began"
        let ours = (at.saturating_sub(3)..at).any(|at| {
            self.atoms.is_any(
                at,
                &["we", "they", "i", "relatives", "villagers", "mourners"],
            )
        });
        under || !ours && (fell() || follows)
    }

    /// "the group still holds 31 soldiers", "seized 14 fishermen", and not "the hall holds 400 people".
    fn is_held(&self, at: usize) -> bool {
        // "the hall, built in 1987 for 200, was holding at least 350"
        let was = self.atoms.is_any(at.wrapping_sub(1), &["was", "were"]);
        let far = if was { 12 } else { 3 };
        let subject = (at.saturating_sub(far)..at).any(|at| self.atoms.is_listed(at, &ROOMS));
        // "was holding 31,000 fans"
        let crowd = (at + 1..at + 6).any(|at| {
            self.atoms.is_any(
                at,
                &["fans", "spectators", "guests", "visitors", "revellers"],
            )
        });
        !subject
            && !crowd
            && (at + 1..at + 8)
                .take_while(|&at| self.atoms.mark(at).is_none())
                .any(|at| {
                    self.atoms.has(at, Flag::People)
                        || self.atoms.has(at, Flag::Fighter)
                        || self.atoms.is_any(
                            at,
                            &["ours", "theirs", "pupils", "students", "more", "others"],
                        )
                })
    }

    /// "camps hold 40,000 people".
    fn is_of_camp(&self, at: usize) -> bool {
        let camp = |at: usize| {
            self.atoms
                .is_any(at, &["camps", "camp", "shelters", "shelter", "settlement"])
        };
        // "the camp, laid out for 20,000 people, now holds 67,000"
        let now = self.atoms.is(at.wrapping_sub(1), "now");
        let far = if now { 14 } else { 3 };
        (at.saturating_sub(far)..at).any(camp)
    }

    /// People, or what is alive, among the words right behind.
    fn is_of_living(&self, at: usize) -> bool {
        (at + 1..at + 6).any(|at| self.atoms.has(at, Flag::People) || self.atoms.is(at, "alive"))
    }

    /// "shot down two jets", "shot 141 people dead", "shot 12".
    fn shot_before(&self, at: usize, role: Role) -> Role {
        if self.atoms.is(at + 1, "down") {
            return Role::Destroyed;
        }
        let dead = (at + 1..at + 10)
            .take_while(|&at| self.atoms.mark(at).is_none())
            .any(|at| self.atoms.is(at, "dead"));
        if dead { Role::Killed } else { role }
    }

    /// "pulled 141 passengers from the water", "dug out three people", and no cars "out of the race".
    fn is_drawn_out(&self, at: usize) -> bool {
        const FROM: Listed =
            Listed::of(&["from", "out", "alive", "ashore", "free", "safety", "aboard"]);
        // "pulled its five ministers from the cabinet"
        const POSTS: Listed = Listed::of(&[
            "cabinet",
            "coalition",
            "government",
            "parliament",
            "race",
            "squad",
            "talks",
            "shelves",
            "market",
        ]);
        let near = at + 1..at + 10;
        let end = near.clone().find(|&at| self.atoms.mark(at).is_some());
        let mut words = near.start..end.unwrap_or(near.end);
        if words.clone().any(|at| self.atoms.is_listed(at, &POSTS)) {
            return false;
        }
        let dead = words
            .clone()
            .any(|at| self.atoms.is_any(at, &["dead", "bodies", "corpses"]));
        !dead && words.any(|at| self.atoms.is_listed(at, &FROM))
    }

    /// "collapsed with 48 workers inside": those inside can not leave.
    pub(super) fn inside(&self, draft: &Draft) -> Option<Role> {
        self.atoms
            .is_any(draft.tail, &["inside", "below", "underground"])
            .then_some(Role::Trapped)
    }
}

/// "the hall, built in 1987 for 200, was holding": a room that was full.
fn was_room(roles: &Roles<'_>, at: usize) -> bool {
    // "the hall, built for 450, held more than 900"
    let built = |at: usize| {
        roles
            .atoms
            .is_any(at, &["built", "designed", "licensed", "meant", "made"])
    };
    at > 0
        && (roles.atoms.is_any(at - 1, &["was", "were"]) || (at.saturating_sub(8)..at).any(built))
        && (at.saturating_sub(12)..at).any(|at| {
            let room = roles.atoms.is_listed(at, &ROOMS);
            // "the camp, which was built for 12,000 and already held almost 30,000"
            let camp = roles.atoms.is_any(at, &["camp", "shelter"]);
            (room || camp)
                && !roles
                    .atoms
                    .is_any(at, &["that", "which", "can", "could", "to", "ground"])
        })
}
